//! Images of processes: what comes back is the process, in another sandbox, with the same walls, and nothing else.

use sandbox::{Child, ChildId, ExitStatus, Image, Process, Sandbox, SandboxError};
use tokio::io::AsyncWriteExt as _;
use tokio::net::unix::pipe::Sender;

use crate::harness::slowness;
use crate::world::{World, python, read_all, read_line};

/// More than any of the processes here has.
const MOST: u64 = 256 << 20;

/// A process that says `up` and then waits for its late input.
fn waiting(script: &str) -> Process {
    let script = format!(
        "import os, sys\n{script}\nprint('up', flush=True)\nlate = os.read(4, 1000).decode()\nos.close(4)\nafter()\n"
    );
    let mut process = python(&script);
    process.late = true;
    process
}

/// Starts it and takes the image when it waits.
async fn image_of(sandbox: &dyn Sandbox, process: Process) -> Result<(Image, Child), SandboxError> {
    let mut child = sandbox.spawn(process).await.unwrap();
    let (stdout, word) = read_line(child.stdout).await;
    assert_eq!(word, "up");
    child.stdout = stdout;
    let image = capture(sandbox, child.id, MOST).await?;
    Ok((image, child))
}

/// Takes the image as soon as the process has come as far as that.
async fn capture(sandbox: &dyn Sandbox, child: ChildId, most_bytes: u64) -> Result<Image, SandboxError> {
    loop {
        match sandbox.capture(child, most_bytes).await {
            // It has said that it is up, or has not yet left the code of the image that it is itself from.
            Err(SandboxError::Refused(why))
                if why.contains("wait for its late") || why.contains("memfd:image") => {}
            taken => return taken,
        }
    }
}

/// Gives a process its late input, and returns what it says until its end.
async fn finish(mut child: Child, late: &str) -> String {
    let mut input = Sender::from_owned_fd(child.late.take().expect("a late input")).unwrap();
    input.write_all(late.as_bytes()).await.unwrap();
    drop(input);
    outputs(child).await
}

pub(crate) async fn come_back_in_other_sandboxes(world: World) {
    let process = waiting(
        "import random, math\n\
         table = {n: str(n) for n in range(20000)}\n\
         def after():\n\
         \x20   print(late, sum(len(t) for t in table.values()), math.sin(1.0), os.getcwd(), os.getuid() != 0)\n\
         \x20   print(sys.argv, os.readlink('/proc/self/exe') == os.path.realpath(sys.executable))\n\
         \x20   big = bytearray(50_000_000); big[-1] = 1; print(len(big))\n",
    );
    let template = world.sandbox().await;
    let (image, child) = image_of(&*template, process.clone()).await.unwrap();
    // The process that was copied goes on.
    let expected = finish(child, "x").await;
    template.destroy().await;
    assert!(image.bytes() > 1 << 20, "{}", image.bytes());
    for number in 0..50 / slowness() {
        let sandbox = world.sandbox().await;
        let child = sandbox.restore(process.clone(), &image).await.unwrap();
        let said = finish(child, &number.to_string()).await;
        assert_eq!(said, expected.replacen('x', &number.to_string(), 1));
        sandbox.destroy().await;
    }
}

pub(crate) async fn threads_and_descriptors_come_back(world: World) {
    let process = waiting(
        "import threading, time, socket, select\n\
         ready, go = threading.Event(), threading.Event()\n\
         seen = []\n\
         lock = threading.RLock()\n\
         def work(n):\n\
         \x20   local = threading.local(); local.n = n\n\
         \x20   go.wait()\n\
         \x20   with lock: seen.append((local.n, threading.get_native_id() == threading.get_native_id()))\n\
         threads = [threading.Thread(target=work, args=(n,), name=f't{n}') for n in range(4)]\n\
         sleeper = threading.Thread(target=time.sleep, args=(0.3,))\n\
         for t in threads + [sleeper]: t.start()\n\
         r, w = os.pipe()\n\
         e = os.eventfd(5)\n\
         ep = select.epoll(); ep.register(r, select.EPOLLIN)\n\
         f = open(os.__file__, 'rb'); f.readline()\n\
         rest = open(os.__file__, 'rb').read()[f.tell():]\n\
         null = os.open('/dev/null', os.O_RDWR)\n\
         s = socket.socket(); s.setblocking(False)\n\
         import ctypes; own = ctypes.create_string_buffer(b'old'); mem = os.open('/proc/self/mem', os.O_RDWR)\n\
         def after():\n\
         \x20   os.pwrite(mem, b'new', ctypes.addressof(own)); print(own.value)\n\
         \x20   go.set()\n\
         \x20   for t in threads + [sleeper]: t.join()\n\
         \x20   print(sorted(seen))\n\
         \x20   os.write(w, b'hello'); print(ep.poll(1) == [(r, select.EPOLLIN)], os.read(r, 9))\n\
         \x20   print(os.eventfd_read(e), f.read() == rest, os.write(null, b'x'), s.getblocking())\n\
         \x20   try: s.send(b'x')\n\
         \x20   except OSError as error: print(type(error).__name__)\n\
         \x20   print(sorted(int(n) for n in os.listdir('/proc/self/fd'))[:-1])\n\
         \x20   print([os.get_inheritable(fd) for fd in (0, 1, 2, r, w, e, null)])\n\
         \x20   import subprocess; print(subprocess.run(['/bin/echo', 'sub'], capture_output=True).stdout)\n",
    );
    let template = world.sandbox().await;
    let (image, child) = image_of(&*template, process.clone()).await.unwrap();
    let expected = finish(child, "x").await;
    for _ in 0..20 / slowness() {
        let sandbox = world.sandbox().await;
        let child = sandbox.restore(process.clone(), &image).await.unwrap();
        assert_eq!(finish(child, "x").await, expected);
        sandbox.destroy().await;
    }
}

/// What a process can find out about its walls; the same however it has come to be.
const WALLS: &str = "import ctypes, resource, errno\n\
    libc = ctypes.CDLL(None, use_errno=True)\n\
    def refused(number, *arguments):\n\
    \x20   ctypes.set_errno(0); libc.syscall(number, *arguments); return errno.errorcode.get(ctypes.get_errno())\n\
    def after():\n\
    \x20   told = 'Name Umask State Tgid Ngid TracerPid Uid Gid FDSize Groups NStgid NSsid Threads SigPnd ShdPnd SigBlk '\n\
    \x20   told += 'SigIgn SigCgt CapInh CapPrm CapEff CapBnd CapAmb NoNewPrivs Seccomp Seccomp_filters Cpus_allowed'\n\
    \x20   differs = {'Tgid', 'NStgid', 'NSsid'}\n\
    \x20   for line in open('/proc/self/status'):\n\
    \x20       name, _, value = line.partition(':')\n\
    \x20       if name in told.split() and name not in differs: print(name, value.strip())\n\
    \x20   print(os.getsid(0) == os.getpgrp() == os.getpid(), os.getppid(), os.getcwd(), sorted(os.listdir('/')))\n\
    \x20   for name in ('cmdline', 'environ', 'cgroup', 'oom_score_adj', 'limits', 'comm'):\n\
    \x20       print(name, open('/proc/self/' + name).read())\n\
    \x20   print(os.readlink('/proc/self/exe'), os.readlink('/proc/self/cwd'), os.readlink('/proc/self/root'))\n\
    \x20   print([os.readlink(f'/proc/self/ns/{n}') == os.readlink(f'/proc/1/ns/{n}') for n in ('user',)]\n\
    \x20         if os.access('/proc/1/ns/user', os.R_OK) else 'hidden')\n\
    \x20   fds = [fd for fd in range(64) if os.path.lexists(f'/proc/self/fd/{fd}')]\n\
    \x20   print(fds, [os.get_inheritable(fd) for fd in fds])\n\
    \x20   print([refused(*call) for call in ((101, 0, 1, 0, 0), (272, 0x10000000), (165, 0, 0, 0, 0, 0), (298, 0),\n\
    \x20          (310, 1, 0, 0, 0, 0, 0), (62, 1, 9), (105, 0), (308, 0, 0), (161, b'/tmp'), (425, 1, 0))])\n\
    \x20   print(libc.prctl(3), libc.prctl(39, 0, 0, 0, 0), libc.prctl(2, ctypes.byref(ctypes.c_int(7))))\n\
    \x20   maps = [line.split() for line in open('/proc/self/maps')]\n\
    \x20   print(sorted({line[5] for line in maps if len(line) > 5 and line[5][0] == '['} - {'[heap]'}))\n\
    \x20   print(sorted({line[1] for line in maps}), [line for line in maps if 'memfd' in line[-1]])\n\
    \x20   try: open('/proc/1/mem')\n\
    \x20   except OSError as error: print(error)\n\
    \x20   try: open('/usr/x', 'w')\n\
    \x20   except OSError as error: print(error)\n";

/// But for `[heap]`: where all of it is the image's, it has no such name.
pub(crate) async fn are_behind_the_same_walls(world: World) {
    let process = waiting(WALLS);
    let template = world.sandbox().await;
    let (image, child) = image_of(&*template, process.clone()).await.unwrap();
    drop(child);
    template.destroy().await;
    let sandbox = world.sandbox().await;
    let ordinary = finish(sandbox.spawn(process.clone()).await.unwrap(), "").await;
    let restored = finish(sandbox.restore(process.clone(), &image).await.unwrap(), "").await;
    assert!(ordinary.contains("NoNewPrivs 1\nSeccomp 2\n"), "{ordinary}");
    assert_eq!(restored, ordinary.trim_start_matches("up\n"));
}

pub(crate) async fn do_not_repeat_what_is_drawn_at_random(world: World) {
    let process = waiting(
        "import tempfile\n\
         name = tempfile._get_candidate_names()\n\
         next(name)\n\
         def after(): print(next(name), os.urandom(8).hex(), os.getpid())\n",
    );
    let template = world.sandbox().await;
    let (image, child) = image_of(&*template, process.clone()).await.unwrap();
    let mut said = vec![finish(child, "").await];
    let mut last = None;
    for _ in 0..3 {
        let sandbox = world.sandbox().await;
        let child = sandbox.restore(process.clone(), &image).await.unwrap();
        last = Some(finish(child, "").await);
        said.extend(last.clone());
    }
    // An image of what was an image: its number is a third one.
    let sandbox = world.sandbox().await;
    let child = sandbox.restore(process.clone(), &image).await.unwrap();
    let image = capture(&*sandbox, child.id, MOST).await.unwrap();
    let sandbox = world.sandbox().await;
    said.push(finish(sandbox.restore(process, &image).await.unwrap(), "").await);
    let words = |at: usize| said.iter().map(move |said| said.split_whitespace().nth(at).unwrap().to_owned());
    for column in [0, 1] {
        let mut drawn: Vec<String> = words(column).collect();
        drawn.sort();
        drawn.dedup();
        assert_eq!(drawn.len(), said.len(), "{said:?}");
    }
    let numbers: Vec<u32> = words(2).map(|number| number.parse().unwrap()).collect();
    assert!(numbers[0] < numbers[1] && numbers[1] < numbers[4], "{numbers:?}");
    assert!(last.is_some());
}

pub(crate) async fn are_refused_of_what_cannot_be_copied(world: World) {
    let cases = [
        ("import mmap; m = mmap.mmap(-1, 4096)", "shares memory"),
        ("import signal; signal.setitimer(signal.ITIMER_REAL, 1000)", "interval timer"),
        ("import socket; s = socket.create_server(('127.0.0.1', 0))", "socket"),
        ("import socket; s = socket.socketpair()", "socket"),
        ("r, w = os.pipe(); os.write(w, b'x')", "holds something"),
        ("r, w = os.pipe(); os.close(r)", "one end of a pipe"),
        ("f = open('/tmp/gone', 'w'); os.unlink('/tmp/gone')", "gone"),
        ("f = os.memfd_create('x')", "gone"),
        ("import subprocess; p = subprocess.Popen(['/bin/sleep', '1000'])", "not the only process"),
        ("import ctypes; ctypes.CDLL(None).inotify_init()", "inotify"),
    ];
    for (script, reason) in cases {
        let sandbox = world.sandbox().await;
        let process = waiting(&format!("{script}\ndef after(): print('on')\n"));
        let error = image_of(&*sandbox, process.clone()).await.err().unwrap();
        assert!(matches!(&error, SandboxError::Refused(why) if why.contains(reason)), "{script}: {error}");
        sandbox.kill_processes().await.unwrap();
        // Nothing is left of the attempt: the next process runs as ever.
        let child = sandbox.spawn(waiting("def after(): print('on')\n")).await.unwrap();
        assert!(finish(child, "").await.ends_with("on\n"));
        sandbox.destroy().await;
    }
    let sandbox = world.sandbox().await;
    let child = sandbox.spawn(waiting("def after(): print('on')\n")).await.unwrap();
    let (stdout, _) = read_line(child.stdout).await;
    let error = capture(&*sandbox, child.id, 4096).await.err().unwrap();
    assert!(matches!(&error, SandboxError::Refused(why) if why.contains("more than 4096")), "{error}");
    // It goes on in spite of it.
    assert_eq!(finish(Child { stdout, ..child }, "").await, "on\n");
}

/// What memory does that was there before the image, whoever owns it: an allocator of the function's own, the C library.
const MEMORY: &str = "import ctypes, time\n\
    libc = ctypes.CDLL(None, use_errno=True)\n\
    libc.mmap.restype = libc.mremap.restype = libc.realloc.restype = libc.malloc.restype = ctypes.c_void_p\n\
    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]\n\
    libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]\n\
    libc.mremap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_int]\n\
    libc.malloc.argtypes = [ctypes.c_size_t]\n\
    libc.realloc.argtypes = [ctypes.c_void_p, ctypes.c_size_t]\n\
    SIZE = 1 << 20\n\
    def own():\n\
    \x20   at = libc.mmap(None, SIZE, 3, 0x22, -1, 0); ctypes.memset(at, 120, SIZE); return at\n\
    given_back, freed, grown = own(), own(), own()\n\
    large = libc.malloc(SIZE); ctypes.memset(large, 121, SIZE)\n\
    table = [str(n) * 3 for n in range(30000)]\n\
    def look(at, size): return sorted(set(ctypes.string_at(at, size)))\n\
    def of_own():\n\
    \x20   print(libc.madvise(given_back, SIZE, 4), look(given_back, SIZE))\n\
    \x20   print(libc.madvise(freed, SIZE, 8))\n\
    \x20   at = libc.mremap(grown, SIZE, 4 * SIZE, 1)\n\
    \x20   print(look(at, SIZE), look(at + SIZE, 3 * SIZE))\n\
    def of_library():\n\
    \x20   at = libc.realloc(large, 16 * SIZE); print(look(at, SIZE))\n\
    \x20   ctypes.memset(at, 122, 16 * SIZE); print(look(at, 16 * SIZE))\n\
    \x20   del table[::2]; libc.malloc_trim(0); print(hash(tuple(table)) == hash(tuple(str(n) * 3 for n in range(1, 30000, 2))))\n\
    \x20   print(sum(bytearray(300_000)), [sum(bytearray(n)) for n in range(0, 100_000, 5000)])\n\
    \x20   maps = [line.split() for line in open('/proc/self/maps') if 'memfd' in line]\n\
    \x20   print(sorted({line[1] for line in maps}))\n";

/// Takes the image of a process that has a function already: it does not wait for its late input, but sleeps.
pub(crate) async fn of_functions_have_memory_as_ever(world: World) {
    let process = waiting(&format!(
        "{MEMORY}os.close(4); print('up', flush=True); time.sleep(1)\n\
         of_own(); of_library(); sys.exit(0)\n"
    ));
    for _ in 0..3 {
        let sandbox = world.sandbox().await;
        let (image, child) = image_of(&*sandbox, process.clone()).await.unwrap();
        let expected = outputs(child).await;
        assert!(expected.starts_with("0 [0]\n0\n[120] [0]\n[121]\n[122]\nTrue\n0 "), "{expected}");
        let other = world.sandbox().await;
        let restored = other.restore(process.clone(), &image).await.unwrap();
        let (memory, maps) = of(&outputs(restored).await);
        assert_eq!(memory, of(&expected).0);
        // Some of it is the image's, of which no process can change anything.
        assert!(maps.contains("rw-p"), "{maps}");
        assert!(!maps.contains('x') && !maps.contains('s'), "{maps}");
    }
}

/// The same of an interpreter that has no function yet, of which more is shared.
pub(crate) async fn of_blank_interpreters_have_the_librarys_memory_as_ever(world: World) {
    let process = waiting(&format!("{MEMORY}def after(): of_library()\n"));
    let template = world.sandbox().await;
    let (image, child) = image_of(&*template, process.clone()).await.unwrap();
    let expected = finish(child, "").await;
    for _ in 0..3 {
        let sandbox = world.sandbox().await;
        let child = sandbox.restore(process.clone(), &image).await.unwrap();
        // An image of what is from an image shares what that shares, and is as whole.
        let again = capture(&*sandbox, child.id, MOST).await.unwrap();
        assert_eq!(of(&finish(child, "").await).0, of(&expected).0);
        let other = world.sandbox().await;
        let child = other.restore(process.clone(), &again).await.unwrap();
        assert_eq!(of(&finish(child, "").await).0, of(&expected).0);
    }
}

/// What a process says of its memory, and the last line, which is of its mappings.
fn of(said: &str) -> (String, String) {
    let (memory, maps) = said.trim_end().rsplit_once('\n').unwrap();
    (memory.to_owned(), maps.to_owned())
}

/// All that a process says until its end.
async fn outputs(child: Child) -> String {
    let (stdout, stderr) = tokio::join!(read_all(child.stdout), read_all(child.stderr));
    assert_eq!(child.exit.await, ExitStatus::Exited(0), "{stdout}{stderr}");
    stdout
}
