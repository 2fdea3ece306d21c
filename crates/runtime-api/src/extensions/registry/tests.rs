use super::*;
use std::collections::{HashMap, HashSet};

fn id(of: &str) -> Identifier {
    Identifier(format!("id-{of}").into())
}

fn strings(events: &[&str]) -> Vec<String> {
    events.iter().map(|event| (*event).to_owned()).collect()
}

/// One external extension `x`, and `i` that is an internal one. In capitals `x`'s, else `i`'s: `R` registers (`x` for
/// both events, `i` for INVOKE), `N` asks, `U` its connection breaks, `E` its init error, `F` its exit error. `!` is an
/// invocation, `$` the shutdown, `c` the end of registration. Answers: `p` park, `d` deliver, `a` accept, `u` unknown, `s`
/// wrong state, `n` name taken, `c` closed, `-` nothing, and of `!` and `$` how many are told at once.
fn play(events: &str) -> (String, Registry<char>) {
    let mut registry = Registry::new(&["x".into()]);
    let verdicts = events.chars().map(|event| {
        let who = if event.is_ascii_uppercase() { "x" } else { "i" };
        let wanted = if who == "x" { strings(&["INVOKE", "SHUTDOWN"]) } else { strings(&["INVOKE"]) };
        let own = id(who).0;
        let refused = |refusal| match refusal {
            Refusal::UnknownExtension(_) | Refusal::UnknownExtensionIdentifier => 'u',
            Refusal::ExtensionState { .. } => 's',
            Refusal::ExtensionNameTaken => 'n',
            Refusal::RegistrationClosed => 'c',
            other => panic!("{other:?}"),
        };
        match event {
            'c' => {
                registry.close();
                '-'
            }
            '!' | '$' => {
                let kind = if event == '!' { ExtensionEvent::Invoke } else { ExtensionEvent::Shutdown };
                char::from_digit(u32::try_from(registry.announce(kind, &event).len()).unwrap(), 10).unwrap()
            }
            'R' | 'r' => registry.register(who, &wanted, id(who)).map_or_else(refused, |_| 'a'),
            'N' | 'n' => match registry.next(&own) {
                Ok(Next::Park) => 'p',
                Ok(Next::Deliver(_)) => 'd',
                Err(refusal) => refused(refusal),
            },
            'U' | 'u' => {
                registry.unpark(&own);
                '-'
            }
            'E' | 'e' => registry.init_error(&own, "T".into()).map_or_else(refused, |()| 'a'),
            'F' | 'f' => registry.exit_error(&own, "T".into()).map_or_else(refused, |()| 'a'),
            other => panic!("{other}"),
        }
    });
    let verdicts = verdicts.collect();
    (verdicts, registry)
}

#[test]
fn what_an_extension_may_do_when() {
    for (events, verdicts, states) in [
        ("", "", "Started"),
        // The ordinary life.
        ("RcN!N!N$", "a-p1p1p1", "Running"),
        ("RrNcn!Nn!nN$", "aap-p2pp2pp1", "Running Ready"),
        // Only what registered is known, once.
        ("NEF", "uuu", "Started"),
        ("RR", "as", "Registered"),
        ("rr", "an", "Started Registered"),
        // After the runtime's first event only those that are expected.
        ("cr", "-c", "Started"),
        ("cR", "-a", "Registered"),
        // Two that wait at once, and one whose first connection broke.
        ("RNN", "aps", "Ready"),
        ("RNUN!N", "ap-p1p", "Ready"),
        ("RNU!N", "ap-0d", "Running"),
        // Busy with the last event, or with the init, when the next comes: it is told when it asks.
        ("RN!$N", "ap10d", "Running"),
        ("R$N", "a0d", "Running"),
        // An event that was not taken gives way to the shutdown.
        ("RNU!$NN", "ap-00dp", "Ready"),
        // Errors.
        ("RE", "aa", "InitError"),
        ("REEFNR", "aaasss", "InitError"),
        ("RNE", "aps", "Ready"),
        ("RF", "aa", "ExitError"),
        ("RNFFEN", "apaass", "ExitError"),
        ("RN!F", "ap1a", "ExitError"),
        ("REf", "aau", "InitError"),
        ("RNF!$", "apa00", "ExitError"),
    ] {
        let (played, registry) = play(events);
        let found: Vec<_> = registry.all().iter().map(|extension| extension.state).collect();
        assert_eq!((played.as_str(), found.join(" ").as_str()), (verdicts, states), "{events}");
    }
}

#[test]
fn the_first_reported_error_names_the_failure() {
    for (events, expected) in [
        ("RN", None),
        ("RE", Some("Extension.InitError")),
        ("RrfE", Some("Extension.ExitError")),
        ("rReF", Some("Extension.InitError")),
    ] {
        assert_eq!(play(events).1.reported(), expected, "{events}");
    }
}

#[test]
fn who_is_waited_for() {
    // Whether all have registered, all have asked, and none is busy with an invocation.
    for (events, expected) in [
        ("", [false, false, true]),
        ("R", [true, false, false]),
        ("RN", [true, true, true]),
        ("RNU", [true, true, true]),
        ("RrN", [true, false, false]),
        ("RrNn", [true, true, true]),
        ("RrNn!", [true, false, false]),
        ("RrNn!N", [true, false, false]),
        ("RrNn!Nn", [true, true, true]),
        ("RNU!", [true, true, false]),
        ("RNU!N", [true, false, false]),
    ] {
        let registry = play(events).1;
        let found = [registry.all_registered(), registry.all_ready(), registry.is_settled()];
        assert_eq!(found, expected, "{events}");
    }
    // One that is told of nothing has nothing to do.
    let mut registry: Registry<char> = Registry::new(&["x".into()]);
    registry.register("x", &[], id("x")).unwrap();
    assert_eq!((registry.all_ready(), registry.is_settled()), (false, true));
    assert_eq!(registry.announce(ExtensionEvent::Invoke, &'!').len(), 0);
}

#[test]
fn registrations_that_are_refused_change_nothing() {
    let mut registry: Registry<char> = Registry::new(&["x".into()]);
    let mut refused = |name: &str, events: &[&str]| registry.register(name, &strings(events), id(name));
    assert_eq!(refused("x", &["INVOKE", "abc"]), Err(Refusal::EventType("abc".into())));
    assert_eq!(refused("i", &["SHUTDOWN"]), Err(Refusal::ShutdownOfInternalExtension));
    assert_eq!(registry.all().len(), 1);
    for n in 1..MAX_EXTENSIONS {
        registry.register(&format!("i{n}"), &[], id(&n.to_string())).unwrap();
    }
    assert_eq!(registry.register("one more", &[], id("more")), Err(Refusal::TooManyExtensions));
    let shown = registry.register("x", &strings(&["INVOKE", "INVOKE"]), id("x")).unwrap();
    assert_eq!((shown.kind, shown.invoke, shown.shutdown), (ExtensionKind::External, true, false));
    assert_eq!(registry.find("id-x"), Some(shown));
    assert_eq!(registry.find("x"), None);
}

#[test]
fn every_sequence_keeps_the_promises() {
    // Every sequence of up to five events after both have registered.
    let mut sequences = vec!["Rr".to_owned()];
    for _ in 0..5 {
        sequences = sequences
            .iter()
            .flat_map(|sequence| "NnUuEeFf!$".chars().map(move |event| format!("{sequence}{event}")))
            .collect();
        for events in &sequences {
            let (verdicts, registry) = play(events);
            let mut announced: HashMap<char, usize> = HashMap::new();
            let mut delivered: HashMap<char, usize> = HashMap::new();
            let mut failed = HashSet::new();
            for (event, verdict) in events.chars().zip(verdicts.chars()) {
                let who = if event.is_ascii_lowercase() { 'i' } else { 'x' };
                match event {
                    '!' => ['x', 'i'].iter().for_each(|who| *announced.entry(*who).or_default() += 1),
                    '$' => *announced.entry('x').or_default() += 1,
                    // Whoever has reported an error gets nothing more.
                    'N' | 'n' => assert!(verdict == 's' || !failed.contains(&who), "{events}"),
                    'E' | 'e' | 'F' | 'f' if verdict == 'a' => {
                        failed.insert(who);
                    }
                    _ => {}
                }
                if verdict == 'd' {
                    *delivered.entry(who).or_default() += 1;
                }
            }
            // Nobody is given what was not announced for it.
            for (who, count) in &delivered {
                assert!(*count <= announced.get(who).copied().unwrap_or(0), "{events}");
            }
            // Settled means that nobody has an event or one in store.
            if registry.is_settled() {
                assert!(registry.all().iter().all(|extension| extension.state == "Ready"), "{events}");
            }
            assert!(!registry.all_ready() || registry.all_registered(), "{events}");
        }
    }
}
