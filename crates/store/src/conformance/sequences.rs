//! Random sequences of calls, compared step by step with a model that is too simple to be wrong: what a call answers,
//! and everything that is then kept. A failure names its seed.

use super::{function, home};
use crate::{
    AliasStore, Attachment, AttachmentKind, AttachmentStore, Conflict, Expected, FunctionStore, Publication,
    StoreError, Thing,
};
use domain::{Alias, CodeRef, FunctionConfig, FunctionName, Qualifier, Routing, Sha256, Timestamp, Version};
use std::collections::{BTreeMap, BTreeSet};

const SEQUENCES: u64 = 6;
const STEPS: usize = 100;
const NAMES: [&str; 2] = ["f", "g"];
const ALIASES: [&str; 2] = ["a", "b"];
const CODES: u64 = 3;
const KIND: AttachmentKind = AttachmentKind::ReservedConcurrency;
const LIMIT: u64 = 100;

pub(super) async fn all<S: FunctionStore + AliasStore + AttachmentStore>(mut new: impl FnMut() -> S) {
    for seed in 1..=SEQUENCES {
        let store = new();
        let (mut random, mut model) = (Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)), Model::default());
        for step in 0..STEPS {
            let at = format!("seed {seed}, step {step}");
            model.step(&store, &mut random, &at).await;
            model.compare(&store, &at).await;
        }
    }
}

/// The generator xorshift64*, for the same sequence on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % end
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn of(&mut self, names: [&'static str; 2]) -> &'static str {
        names[usize::from(self.one_in(2))]
    }
}

#[derive(Default)]
struct Model {
    functions: BTreeMap<&'static str, Function>,
    /// The last number of each name, whatever became of it.
    numbers: BTreeMap<&'static str, u64>,
    /// Counts revisions.
    writes: u64,
}

struct Function {
    latest: FunctionConfig,
    versions: BTreeMap<u64, FunctionConfig>,
    aliases: BTreeMap<&'static str, Alias>,
    /// Amounts by qualifier.
    attached: BTreeMap<Option<Qualifier>, u32>,
}

impl Function {
    fn has(&self, version: Version) -> bool {
        match version {
            Version::Latest => true,
            Version::Number(number) => self.versions.contains_key(&number),
        }
    }
}

fn name(text: &str) -> FunctionName {
    FunctionName::new(text).unwrap()
}

fn missing<T>(thing: Thing) -> Result<T, StoreError> {
    Err(StoreError::NotFound(thing))
}

/// Published versions are compared without what their own publication makes.
fn content(config: &FunctionConfig) -> (CodeRef, u32) {
    (config.code, config.timeout_s)
}

impl Model {
    fn revision(&mut self) -> String {
        self.writes += 1;
        format!("r{}", self.writes)
    }

    fn random_config(&mut self, random: &mut Random, name: &str) -> FunctionConfig {
        let byte = u8::try_from(random.below(CODES)).unwrap();
        FunctionConfig {
            code: CodeRef { sha256: Sha256([byte; 32]), size: 100 },
            timeout_s: u32::try_from(random.below(3)).unwrap(),
            revision_id: self.revision(),
            ..function(&home(), name)
        }
    }

    /// What publishing does to the model: the number of the version that it answers.
    fn publish(&mut self, function: &'static str) -> u64 {
        let of = self.functions.get_mut(function).unwrap();
        if let Some((number, newest)) = of.versions.iter().next_back()
            && content(newest) == content(&of.latest)
        {
            return *number;
        }
        let number = self.numbers.entry(function).or_default();
        *number += 1;
        of.versions.insert(*number, of.latest.clone());
        *number
    }

    async fn step(
        &mut self,
        store: &(impl FunctionStore + AliasStore + AttachmentStore),
        random: &mut Random,
        at: &str,
    ) {
        let function = random.of(NAMES);
        match random.below(12) {
            0 => self.create(store, random, function, at).await,
            1..=3 => self.replace(store, random, function, at).await,
            4 | 5 => self.publish_alone(store, random, function, at).await,
            6 => self.delete_version(store, random, function, at).await,
            7 | 8 => self.put_alias(store, random, function, at).await,
            9 => self.attach(store, random, function, at).await,
            10 => self.delete_alias(store, random, function, at).await,
            _ if random.one_in(3) => {
                let answer = store.delete_function(&home(), &name(function)).await;
                match self.functions.remove(function) {
                    None => assert_eq!(answer, missing(Thing::Function), "{at}"),
                    Some(gone) => {
                        let configs = gone.versions.values().chain([&gone.latest]);
                        let codes: BTreeSet<Sha256> = configs.map(|config| config.code.sha256).collect();
                        assert_eq!(answer.unwrap().into_iter().collect::<BTreeSet<_>>(), codes, "{at}");
                    }
                }
            }
            _ => {}
        }
    }

    fn publication(&mut self, random: &mut Random, often: u64) -> Option<Publication> {
        let publication = Publication { description: None, revision_id: self.revision() };
        random.one_in(often).then_some(publication)
    }

    async fn create(
        &mut self,
        store: &impl FunctionStore,
        random: &mut Random,
        function: &'static str,
        at: &str,
    ) {
        let config = self.random_config(random, function);
        let publication = self.publication(random, 2);
        let published = publication.is_some();
        let answer = store.create_function(config.clone(), BTreeMap::new(), publication).await;
        if self.functions.contains_key(function) {
            return assert_eq!(answer, Err(StoreError::AlreadyExists(Thing::Function)), "{at}");
        }
        let new = Function {
            latest: config,
            versions: BTreeMap::new(),
            aliases: BTreeMap::new(),
            attached: BTreeMap::new(),
        };
        self.functions.insert(function, new);
        let number = published.then(|| self.publish(function));
        let version = answer.unwrap().map(|config| config.version);
        assert_eq!(version, number.map(Version::Number), "{at}");
    }

    async fn replace(
        &mut self,
        store: &impl FunctionStore,
        random: &mut Random,
        function: &'static str,
        at: &str,
    ) {
        let config = self.random_config(random, function);
        let publication = self.publication(random, 2);
        let published = publication.is_some();
        let current = self.functions.get(function).map(|function| function.latest.revision_id.clone());
        let is_late = random.one_in(4);
        let expected = current.clone().filter(|_| !is_late).unwrap_or_else(|| "old".to_owned());
        let answer = store.replace_function(&expected, config.clone(), publication).await;
        let Some(of) = self.functions.get_mut(function) else {
            return assert_eq!(answer, missing(Thing::Function), "{at}");
        };
        if is_late {
            return assert_eq!(answer, Err(StoreError::RevisionMismatch), "{at}");
        }
        of.latest = config;
        let number = published.then(|| self.publish(function));
        let version = answer.unwrap().map(|published| published.config().version);
        assert_eq!(version, number.map(Version::Number), "{at}");
    }

    async fn publish_alone(
        &mut self,
        store: &impl FunctionStore,
        random: &mut Random,
        function: &'static str,
        at: &str,
    ) {
        let publication = Publication { description: None, revision_id: self.revision() };
        let current = self.functions.get(function).map(|function| function.latest.revision_id.clone());
        let is_late = random.one_in(5);
        let expected = current.filter(|_| !is_late).unwrap_or_else(|| "old".to_owned());
        let answer = store.publish_version(&home(), &name(function), &expected, publication).await;
        if !self.functions.contains_key(function) {
            return assert_eq!(answer, missing(Thing::Function), "{at}");
        }
        if is_late {
            return assert_eq!(answer, Err(StoreError::RevisionMismatch), "{at}");
        }
        let number = self.publish(function);
        assert_eq!(answer.unwrap().config().version, Version::Number(number), "{at}");
    }

    async fn delete_version(
        &mut self,
        store: &impl FunctionStore,
        random: &mut Random,
        function: &'static str,
        at: &str,
    ) {
        let number = random.below(6) + 1;
        let answer = store.delete_version(&home(), &name(function), number).await;
        let of = self.functions.get_mut(function);
        let Some(of) = of.filter(|of| of.versions.contains_key(&number)) else {
            return assert_eq!(answer, missing(Thing::Version), "{at}");
        };
        let points = |alias: &Alias| {
            alias.version == Version::Number(number) || alias.routing.is_some_and(|r| r.version == number)
        };
        let aliases = of.aliases.iter().filter(|(_, alias)| points(alias));
        let aliases: Vec<String> = aliases.map(|(name, _)| (*name).to_owned()).collect();
        if !aliases.is_empty() {
            return assert_eq!(answer, Err(Conflict::Aliases(aliases).into()), "{at}");
        }
        let gone = of.versions.remove(&number).unwrap();
        of.attached.remove(&Some(Qualifier::Version(number)));
        assert_eq!(content(&answer.unwrap()), content(&gone), "{at}");
    }

    async fn put_alias(
        &mut self,
        store: &impl AliasStore,
        random: &mut Random,
        function: &'static str,
        at: &str,
    ) {
        let (alias_name, number) = (random.of(ALIASES), random.below(5));
        let alias = Alias {
            scope: home(),
            function: name(function),
            name: alias_name.into(),
            version: if number == 0 { Version::Latest } else { Version::Number(number) },
            description: String::new(),
            routing: random.one_in(3).then(|| Routing { version: random.below(5) + 1, weight: 0.5 }),
            revision_id: self.revision(),
        };
        let creates = random.one_in(2);
        let of = self.functions.get_mut(function);
        let known =
            of.as_ref().and_then(|of| of.aliases.get(alias_name)).map(|alias| alias.revision_id.clone());
        let second = alias.routing.map(|routing| Version::Number(routing.version));
        let resolves = |of: &Function| of.has(alias.version) && second.is_none_or(|version| of.has(version));
        let expected = match (&of, creates, &known) {
            (None, true, _) => missing(Thing::Function),
            (None, false, _) | (Some(_), false, None) => missing(Thing::Alias),
            (Some(of), _, _) if !resolves(of) => missing(Thing::Version),
            (Some(_), true, Some(_)) => Err(StoreError::AlreadyExists(Thing::Alias)),
            (Some(_), true, None) | (Some(_), false, Some(_)) => Ok(()),
        };
        let answer = match (creates, known) {
            (true, _) => store.create_alias(alias.clone()).await,
            (false, known) => store.replace_alias(&known.unwrap_or_default(), alias.clone()).await,
        };
        assert_eq!(answer, expected, "{at}: {alias:?}");
        if let (Ok(()), Some(of)) = (answer, of) {
            of.aliases.insert(alias_name, alias);
        }
    }

    async fn delete_alias(
        &mut self,
        store: &impl AliasStore,
        random: &mut Random,
        function: &'static str,
        at: &str,
    ) {
        let alias = random.of(ALIASES);
        let answer = store.delete_alias(&home(), &name(function), alias).await;
        let Some(of) = self.functions.get_mut(function) else {
            return assert_eq!(answer, missing(Thing::Alias), "{at}");
        };
        if of.aliases.remove(alias).is_none() {
            return assert_eq!(answer, missing(Thing::Alias), "{at}");
        }
        of.attached.remove(&Some(Qualifier::Alias(alias.into())));
        answer.unwrap();
    }

    async fn attach(
        &mut self,
        store: &impl AttachmentStore,
        random: &mut Random,
        function: &'static str,
        at: &str,
    ) {
        let qualifier = match random.below(4) {
            0 | 1 => None,
            2 => Some(Qualifier::Version(random.below(4) + 1)),
            _ => Some(Qualifier::Alias(random.of(ALIASES).into())),
        };
        let amount = u32::try_from(random.below(60)).unwrap();
        let attachment = Attachment {
            scope: home(),
            name: name(function),
            qualifier: qualifier.clone(),
            kind: KIND,
            value: String::new(),
            revision: self.revision(),
            modified: Timestamp(0),
            amount: Some(amount),
            reference: None,
        };
        let all: u64 = self.sum();
        let Some(of) = self.functions.get_mut(function) else {
            let answer = store.attach_within(attachment, Expected::Anything, LIMIT).await;
            let thing = match qualifier {
                Some(Qualifier::Version(_)) => Thing::Version,
                Some(Qualifier::Alias(_)) => Thing::Alias,
                _ => Thing::Function,
            };
            return assert_eq!(answer, missing(thing), "{at}");
        };
        let others = all - u64::from(of.attached.get(&qualifier).copied().unwrap_or(0));
        let expected = match &qualifier {
            Some(Qualifier::Version(number)) if !of.versions.contains_key(number) => missing(Thing::Version),
            Some(Qualifier::Alias(alias)) if !of.aliases.contains_key(&**alias) => missing(Thing::Alias),
            _ if others + u64::from(amount) > LIMIT => {
                Err(StoreError::LimitExceeded(usize::try_from(others).unwrap()))
            }
            _ => Ok(()),
        };
        let answer = store.attach_within(attachment, Expected::Anything, LIMIT).await;
        assert_eq!(answer, expected, "{at}: {qualifier:?} {amount}");
        if answer.is_ok() {
            of.attached.insert(qualifier, amount);
        }
    }

    fn sum(&self) -> u64 {
        self.functions.values().flat_map(|of| of.attached.values()).copied().map(u64::from).sum()
    }

    /// Everything that is kept.
    async fn compare(&self, store: &(impl FunctionStore + AliasStore + AttachmentStore), at: &str) {
        let kept = store.list_all_versions(&home(), None, 1_000).await.unwrap().items;
        let kept: Vec<_> =
            kept.iter().map(|config| (config.name.to_string(), config.version, content(config))).collect();
        let mut expected = Vec::new();
        for (name, of) in &self.functions {
            expected.push(((*name).to_owned(), Version::Latest, content(&of.latest)));
            let versions = of.versions.iter();
            expected.extend(
                versions.map(|(n, config)| ((*name).to_owned(), Version::Number(*n), content(config))),
            );
            let aliases =
                store.list_aliases(&home(), &FunctionName::new(name).unwrap(), None, None, 99).await;
            let aliases = aliases.unwrap().items;
            assert!(aliases.iter().eq(of.aliases.values()), "{at}: {aliases:?}");
        }
        assert_eq!(kept, expected, "{at}");
        assert_eq!(store.sum_amounts(&home(), KIND).await.unwrap(), self.sum(), "{at}");
        for byte in 0..u8::try_from(CODES).unwrap() {
            let used = expected.iter().any(|(_, _, (code, _))| code.sha256 == Sha256([byte; 32]));
            assert_eq!(store.code_in_use(&Sha256([byte; 32])).await.unwrap(), used, "{at}: code {byte}");
        }
    }
}
