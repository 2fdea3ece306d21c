//! Makes an image of a process: stops it, reads what it is, and writes the program that makes another one the same.
//!
//! This runs in a process of the sandbox of its own, as the function's user and without any right: it may look at the
//! function's processes because they are the same user's, and they cannot look at it. It ends when it is done, and the
//! process that it has stopped is killed with it or goes on.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::os::unix::fs::FileExt as _;

use super::files::Files;
use super::frames::Gadgets;
use super::image::Header;
use super::interpreter::{LEAVE, LOOSE, PAGE, Program, code};
use super::maps::{self, Area};
use super::memory::{Plan, free_region};
use super::share::Contents;
use super::threads::{Thread, read_thread};
use super::{Given, MADE, NOT_WAITING, WHOLE, descriptors, frames, refuse, tracee};
use crate::driver::LATE_FD;

/// The most mappings, threads and bytes of the process's own that an image holds.
const MAX_AREAS: usize = 20_000;
const MAX_THREADS: usize = 64;
/// Below a thread's stack, beyond what its code may use, for answers of the kernel.
pub(super) const SCRATCH_BELOW: u64 = 512;
/// The filters that every process of a sandbox has.
const OUR_FILTERS: &str = "2";

/// Writes the image of the process to `out`: at most `limit` bytes of memory.
pub(super) fn capture(pid: i32, given: &Given, limit: u64, out: &mut File) -> io::Result<()> {
    let stopped = seize_all(pid)?;
    is_alone(pid)?;
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    may_be_copied(pid, &status)?;
    let memory = File::open(format!("/proc/{pid}/mem"))?;
    let pagemap = File::open(format!("/proc/{pid}/pagemap"))?;
    let areas = maps::read(pid)?;
    if areas.len() > MAX_AREAS {
        return refuse("it has too many mappings");
    }
    let vdso = areas.iter().find(|area| area.name == "[vdso]").cloned();
    let Some(vdso) = vdso else { return refuse("there is no vDSO") };
    let call_in_vdso = find(&memory, &vdso, &[0x0f, 0x05])?;
    let Some(call_in_vdso) = call_in_vdso else { return refuse("no system call in the vDSO") };
    let gadgets = find_gadgets(&memory, &areas)?;
    let call =
        |thread: i32, number: i64, arguments: &[u64]| tracee::call(thread, call_in_vdso, number, arguments);

    let first = tracee::registers(pid)?;
    if given.late.is_some() && descriptors::has_late_input(pid, given)? && !waits_for_late_input(&first) {
        return refuse(NOT_WAITING);
    }
    let read = |(thread, _): &(i32, _)| read_thread(pid, *thread, &memory, &call);
    let threads: Vec<Thread> = stopped.0.iter().map(read).collect::<io::Result<_>>()?;
    let scratch = first.rsp - SCRATCH_BELOW;
    let actions = read_actions(pid, &status, scratch, &memory, &call)?;
    for timer in 0..3 {
        call(pid, libc::SYS_getitimer, &[timer, scratch])?;
        if read_words::<4>(&memory, scratch)? != [0; 4] {
            return refuse("it has an interval timer");
        }
    }
    let brk = call(pid, libc::SYS_brk, &[0])? as u64;

    let mut runs = Vec::new();
    for area in &areas {
        if !area.shared && !area.is_the_kernels() && !area.has("wf") && area.name != "[vsyscall]" {
            maps::own_pages(area, &pagemap, &memory, &mut runs)?;
        }
    }
    // Only an interpreter that nobody has told whose it is waits for that.
    let blank = given.late.is_some() && descriptors::has_late_input(pid, given)?;
    let contents = Contents::divide(&areas, &runs, blank, &memory)?;
    let bytes = contents.bytes();
    if bytes > limit {
        return refuse(format!("it has {bytes} bytes of its own, more than {limit}"));
    }

    let region = free_region(&areas)?;
    let mut program = Program::new(region);
    let plan = Plan { areas: &areas, vdso: &vdso, region, contents: &contents };
    let (image_fd, tell_fd) = descriptors::for_restoring(pid)?;
    let chains: Vec<frames::Chain> =
        threads.iter().map(|thread| frames::chain(gadgets, &thread.state, &thread.calls())).collect();
    plan.clear(&mut program);
    plan.map(&mut program, &chains)?;
    let pieces = plan.fill(&mut program, &chains, image_fd);
    plan.protect(&mut program);
    plan.the_kernels(&mut program);
    describe(pid, brk, &mut program)?;
    for (signal, action) in &actions {
        let action = program.keep(&bytes_of(action));
        program.call(libc::SYS_rt_sigaction, &[*signal, action, 0, 8]);
    }
    let files = Files::of_tmp(tell_fd + 1, image_fd, &mut program)?;
    if bytes + files.bytes > limit {
        return refuse("it has too much in /tmp");
    }
    program.call(libc::SYS_close, &[image_fd as u64]);
    program.call(libc::SYS_fcntl, &[tell_fd as u64, libc::F_SETFD as u64, libc::FD_CLOEXEC as u64]);
    let ask = |fd: i32, option: i32| ask_socket(pid, fd, option, scratch, &memory, &call);
    descriptors::restore(pid, given, tell_fd, &ask, &mut program)?;
    let working =
        program.keep_text(fs::read_link(format!("/proc/{pid}/cwd"))?.as_os_str().as_encoded_bytes());
    program.call(libc::SYS_chdir, &[working]);
    let umask = status_field(&status, "Umask:").and_then(|text| u64::from_str_radix(text, 8).ok());
    program.call(libc::SYS_umask, &[umask.unwrap_or(0o022)]);
    limits(pid, &mut program)?;
    let Some((main, others)) = threads.split_first() else { return refuse("it has no thread") };
    main.begin(&mut program);
    for (thread, chain) in others.iter().zip(chains.iter().skip(1)) {
        thread.make(gadgets, chain.address, &mut program);
    }
    let name = main.keep_name(&mut program);
    program.call(libc::SYS_prctl, &[libc::PR_SET_NAME as u64, name]);
    let done = program.keep(&[0; 8]);
    program.call(libc::SYS_write, &[tell_fd as u64, done, 8]);
    program.call(libc::SYS_close, &[tell_fd as u64]);
    // How long the region is shows only when it is made: the step is made first, and made good after.
    let leaving = program.how_many() as u64;
    program.step(
        LEAVE,
        libc::SYS_munmap,
        &[region, 0, gadgets.call, chains.first().map_or(0, |c| c.address)],
    );
    let (mut bytes, first_step) = program.finish(code());
    let length_at = (first_step - region + leaving * 64 + 24) as usize;
    let length = (bytes.len() as u64).to_ne_bytes();
    if let Some(place) = bytes.get_mut(length_at..length_at + 8) {
        place.copy_from_slice(&length);
    }
    // The pieces' place in the file is behind the region, whose length decides it.
    let header = Header {
        executable: fs::read_link(format!("/proc/{pid}/exe"))?.display().to_string(),
        region,
        region_length: bytes.len() as u64,
        first_step,
        stack_top: Program::stack_top(region),
        call_in_vdso: call_in_vdso - vdso.start,
        image_fd,
        tell_fd,
        highest_number: threads.iter().map(|thread| thread.number).max().unwrap_or(pid).cast_unsigned(),
        records: given.records.is_some(),
        late: given.late.is_some(),
    };
    let begin = PAGE + bytes.len() as u64;
    for (step, argument) in &pieces.steps {
        let place = (first_step - region) as usize + step * 64 + 16 + argument * 8;
        if let Some(word) = bytes.get_mut(place..).and_then(|rest| rest.first_chunk_mut::<8>()) {
            *word = (u64::from_ne_bytes(*word) + begin).to_ne_bytes();
        }
    }
    // Then come the chains, and then the files.
    let before_files =
        begin + contents.bytes() + chains.iter().map(|chain| chain.bytes.len() as u64).sum::<u64>();
    for at in files.offsets() {
        let place = (at - region) as usize;
        if let Some(word) = bytes.get_mut(place..).and_then(|rest| rest.first_chunk_mut::<8>()) {
            *word = (u64::from_ne_bytes(*word) + before_files).to_ne_bytes();
        }
    }
    out.write_all(&[MADE])?;
    out.write_all(&header.to_page()?)?;
    out.write_all(&bytes)?;
    copy(&memory, &contents, out)?;
    for chain in &chains {
        out.write_all(&chain.bytes)?;
    }
    files.copy(out)?;
    out.write_all(WHOLE)
}

/// Whether it is reading its late input, and nothing has come.
fn waits_for_late_input(registers: &tracee::Registers) -> bool {
    registers.orig_rax == libc::SYS_read as u64 && registers.rdi == LATE_FD as u64
}

fn copy(memory: &File, contents: &Contents, out: &mut File) -> io::Result<()> {
    let mut buffer = vec![0; 1 << 18];
    for run in contents.runs() {
        let mut done = 0;
        while done < run.length {
            let length = ((run.length - done) as usize).min(buffer.len());
            let piece = buffer.get_mut(..length).unwrap_or_default();
            memory.read_exact_at(piece, run.start + done)?;
            out.write_all(piece)?;
            done += length as u64;
        }
    }
    Ok(())
}

/// Threads that are stopped, and what they were doing. Dropping it lets them go on with that.
struct Stopped(Vec<(i32, tracee::Registers)>);

impl Drop for Stopped {
    fn drop(&mut self) {
        for (thread, registers) in &self.0 {
            // Whoever was killed meanwhile needs neither.
            let _ = tracee::set_registers(*thread, registers).and_then(|()| tracee::let_go(*thread));
        }
    }
}

impl Stopped {
    fn stop(&mut self, thread: i32) -> io::Result<()> {
        tracee::seize(thread)?;
        self.0.push((thread, tracee::registers(thread)?));
        Ok(())
    }
}

/// Stops every thread; the first one first.
fn seize_all(pid: i32) -> io::Result<Stopped> {
    let mut stopped = Stopped(Vec::new());
    stopped.stop(pid)?;
    loop {
        let mut is_new = false;
        for entry in fs::read_dir(format!("/proc/{pid}/task"))? {
            let number = entry?.file_name().to_string_lossy().parse().map_err(io::Error::other)?;
            if !stopped.0.iter().any(|(thread, _)| *thread == number) {
                match stopped.stop(number) {
                    Ok(()) => is_new = true,
                    // It has ended since it was listed.
                    Err(error) if error.raw_os_error() == Some(libc::ESRCH) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        if stopped.0.len() > MAX_THREADS {
            return refuse("it has too many threads");
        }
        if !is_new {
            return Ok(stopped);
        }
    }
}

/// Nobody but the first process of the sandbox, this one, and the one that is copied.
fn is_alone(pid: i32) -> io::Result<()> {
    let own = std::process::id().cast_signed();
    for entry in fs::read_dir("/proc")? {
        let number = entry?.file_name().to_string_lossy().parse::<i32>();
        if number.is_ok_and(|number| ![1, own, pid].contains(&number)) {
            return refuse("it is not the only process");
        }
    }
    Ok(())
}

fn status_field<'a>(status: &'a str, name: &str) -> Option<&'a str> {
    status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim)
}

fn may_be_copied(pid: i32, status: &str) -> io::Result<()> {
    let zero = |name| status_field(status, name).is_none_or(|mask| mask.bytes().all(|byte| byte == b'0'));
    if !zero("SigPnd:") || !zero("ShdPnd:") {
        return refuse("a signal is pending");
    }
    if status_field(status, "Seccomp_filters:").is_some_and(|filters| filters != OUR_FILTERS) {
        return refuse("it has filtered its own system calls");
    }
    if status_field(status, "x86_Thread_features:").is_some_and(|features| features.contains("shstk")) {
        return refuse("it has a shadow stack");
    }
    // Kernels without the file know no such timers.
    if fs::read(format!("/proc/{pid}/timers")).is_ok_and(|timers| !timers.is_empty()) {
        return refuse("it has a timer");
    }
    Ok(())
}

fn find(memory: &File, area: &Area, wanted: &[u8]) -> io::Result<Option<u64>> {
    let mut bytes = vec![0; area.length() as usize];
    memory.read_exact_at(&mut bytes, area.start)?;
    Ok(bytes.windows(wanted.len()).position(|found| found == wanted).map(|at| area.start + at as u64))
}

/// In the C library, most likely.
fn find_gadgets(memory: &File, areas: &[Area]) -> io::Result<Gadgets> {
    const EXECUTABLE: u64 = (libc::PROT_READ | libc::PROT_EXEC) as u64;
    let (mut call, mut give_back) = (None, None);
    for area in areas.iter().filter(|area| area.is_file() && area.protection == EXECUTABLE) {
        if call.is_none() {
            call = find(memory, area, &[0x0f, 0x05, 0xc3])?;
        }
        if give_back.is_none() {
            give_back = find(memory, area, &[0x48, 0xc7, 0xc0, 0x0f, 0, 0, 0, 0x0f, 0x05])?;
        }
        if let (Some(call), Some(give_back)) = (call, give_back) {
            return Ok(Gadgets { call, give_back });
        }
    }
    refuse("its C library is not known")
}

pub(super) fn read_words<const N: usize>(memory: &File, at: u64) -> io::Result<[u64; N]> {
    let mut bytes = vec![0; N * 8];
    memory.read_exact_at(&mut bytes, at)?;
    let mut words = [0; N];
    for (word, bytes) in words.iter_mut().zip(bytes.as_chunks::<8>().0) {
        *word = u64::from_ne_bytes(*bytes);
    }
    Ok(words)
}

pub(super) fn bytes_of(words: &[u64]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_ne_bytes()).collect()
}

/// Makes a system call on a thread's behalf.
pub(super) type Call<'a> = &'a dyn Fn(i32, i64, &[u64]) -> io::Result<i64>;

/// What each signal does that does not do what it does by itself.
fn read_actions(
    pid: i32,
    status: &str,
    scratch: u64,
    memory: &File,
    call: Call<'_>,
) -> io::Result<Vec<(u64, [u64; 4])>> {
    let mask = |name| status_field(status, name).and_then(|text| u64::from_str_radix(text, 16).ok());
    let (Some(ignored), Some(caught)) = (mask("SigIgn:"), mask("SigCgt:")) else {
        return refuse("its signals are not told");
    };
    let mut actions = Vec::new();
    for signal in (1..=64_u64).filter(|signal| (ignored | caught) >> (signal - 1) & 1 == 1) {
        call(pid, libc::SYS_rt_sigaction, &[signal, 0, scratch, 8])?;
        actions.push((signal, read_words::<4>(memory, scratch)?));
    }
    Ok(actions)
}

/// One option of one of its sockets.
fn ask_socket(
    pid: i32,
    fd: i32,
    option: i32,
    scratch: u64,
    memory: &File,
    call: Call<'_>,
) -> io::Result<u64> {
    // Beyond what its code uses, as is the answer.
    let length = scratch + 64;
    tracee::poke(pid, length, 4)?;
    let level = libc::SOL_SOCKET as u64;
    let result = call(pid, libc::SYS_getsockopt, &[fd as u64, level, option as u64, scratch, length])?;
    if result < 0 {
        return refuse(format!("descriptor {fd} is a socket that does not tell what it is"));
    }
    Ok(read_words::<1>(memory, scratch)?[0])
}

/// What the kernel shows of the process: where its code, its heap, its arguments are.
fn describe(pid: i32, brk: u64, program: &mut Program) -> io::Result<()> {
    const PR_SET_MM: u64 = 35;
    const PR_SET_MM_MAP: u64 = 14;
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let after_name = stat.rsplit_once(") ").map(|(_, rest)| rest).unwrap_or_default();
    let fields: Vec<u64> =
        after_name.split_whitespace().map(|field| field.parse().unwrap_or_default()).collect();
    // Numbered as in proc(5), whose third field is the first one here.
    let field = |number: usize| fields.get(number - 3).copied().unwrap_or_default();
    let vector = fs::read(format!("/proc/{pid}/auxv"))?;
    let length = vector.len() as u64;
    let vector = program.keep(&vector);
    let mut map = bytes_of(&[field(26), field(27), field(45), field(46), field(47), brk, field(28)]);
    map.extend(bytes_of(&[field(48), field(49), field(50), field(51), vector]));
    map.extend((length as u32).to_ne_bytes());
    // Its program stays what was executed.
    map.extend(u32::MAX.to_ne_bytes());
    let size = map.len() as u64;
    let map = program.keep(&map);
    program.call(libc::SYS_prctl, &[PR_SET_MM, PR_SET_MM_MAP, map, size, 0]);
    Ok(())
}

/// Whatever it has lowered. Raising is not allowed, and not needed.
fn limits(pid: i32, program: &mut Program) -> io::Result<()> {
    for resource in 0..16 {
        let mut words = [0_u64; 2];
        // SAFETY: writes two numbers.
        let result = unsafe { libc::syscall(libc::SYS_prlimit64, pid, resource, 0, words.as_mut_ptr()) };
        if result != 0 {
            return Err(io::Error::last_os_error());
        }
        let limit = program.keep(&bytes_of(&words));
        program.step(LOOSE, libc::SYS_setrlimit, &[resource, limit]);
    }
    Ok(())
}
