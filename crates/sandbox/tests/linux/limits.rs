//! Each limit is reached, and what is beyond it is refused; the sandbox survives.

use std::time::Duration;

use sandbox::{Driver as _, ExitStatus, SandboxError};

use crate::harness::slowness;
use crate::world::{World, marked, python, read_line, run, shell, sleeper, spec, unique, wait_until};

pub(crate) async fn tmp_has_its_size(world: World) {
    let sandbox = world.sandbox().await;
    // On disk it may be a little more.
    let (most_bytes, most_files) = if world.driver.features().disk_tmp {
        ((1 << 20) + (1 << 20) / 100 + (512 << 10), 96)
    } else {
        (1 << 20, 64)
    };
    let full = |said: String| -> u32 { said.strip_prefix("ENOSPC ").unwrap().trim().parse().unwrap() };
    let fill = "import os, errno\n\
        written = 0\n\
        try:\n\
        \x20 with open('/tmp/big', 'wb', 0) as f:\n\
        \x20   while True: written += f.write(bytes(4096))\n\
        except OSError as e: print(errno.errorcode[e.errno], written)\n";
    let written = full(run(&*sandbox, python(fill)).await.ok());
    assert!((1 << 20..=most_bytes).contains(&written), "{written}");
    let many = "import os, errno\n\
        os.unlink('/tmp/big')\n\
        try:\n\
        \x20 for i in range(1000): open(f'/tmp/{i}', 'w').close()\n\
        except OSError as e: print(errno.errorcode[e.errno], i)\n";
    let files = full(run(&*sandbox, python(many)).await.ok());
    assert!((60..=most_files).contains(&files), "{files}");
}

pub(crate) async fn memory(world: World) {
    let sandbox = world.sandbox().await;
    let features = world.driver.features();
    if !features.memory_limit {
        // Then it is said, and use is estimated.
        assert!(features.missing.iter().any(|missing| missing.what == "memory limit"));
        // What furnished it may be on its way out.
        wait_until("it is empty", Duration::from_secs(5), || sandbox.memory_current().is_none());
        assert_eq!((sandbox.memory_peak(), sandbox.memory_current(), sandbox.oom_kills()), (None, None, 0));
        let hold = "import time; x = bytearray(200 << 20); del x; print('up', flush=True); time.sleep(1000)";
        let holder = sandbox.spawn(python(hold)).await.unwrap();
        read_line(holder.stdout).await;
        assert!(sandbox.memory_peak().unwrap() > 200 << 20);
        assert!(sandbox.memory_current().unwrap() < 100 << 20);
        return;
    }
    // Also the pages of the interpreter that somebody else has read first.
    let id = unique();
    let runtime = sandbox.spawn(sleeper(&id)).await.unwrap();
    read_line(runtime.stdout).await;
    let status = std::fs::read_to_string(format!("/proc/{}/status", marked(&id)[0])).unwrap();
    let own = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let own: u64 = own.trim().strip_suffix(" kB").unwrap().parse().unwrap();
    let peak = sandbox.memory_peak().unwrap();
    assert!((own << 10..40 << 20).contains(&peak), "{peak} {own}");
    sandbox.kill_processes().await.unwrap();

    let greedy = run(&*sandbox, python("x = bytearray(200 << 20); print(len(x))")).await;
    assert_eq!((greedy.status, greedy.stdout.as_str()), (ExitStatus::OomKilled, ""));
    assert_eq!(sandbox.oom_kills(), 1);
    let peak = sandbox.memory_peak().unwrap();
    assert!((90 << 20..=96 << 20).contains(&peak), "{peak}");
    assert!(sandbox.memory_current().unwrap() < peak);
    // The sandbox survives, and a plain kill afterwards is a plain kill.
    let killed = run(&*sandbox, shell("kill -KILL $$")).await;
    assert_eq!(killed.status, ExitStatus::Signaled(libc::SIGKILL));
    // A descendant's end is not the process's own.
    let child = "import os\n\
        if os.fork() == 0: bytearray(200 << 20)\n\
        print(os.waitstatus_to_exitcode(os.wait()[1]))\n";
    assert_eq!(run(&*sandbox, python(child)).await.ok(), "-9\n");
    assert_eq!(sandbox.oom_kills(), 2);
    // Who comes next begins with what it uses itself.
    sandbox.kill_processes().await.unwrap();
    let next = sandbox.spawn(sleeper(&unique())).await.unwrap();
    read_line(next.stdout).await;
    let peak = sandbox.memory_peak().unwrap();
    assert!((1 << 20..40 << 20).contains(&peak), "{peak}");
}

pub(crate) async fn processes(world: World) {
    let sandbox = world.sandbox().await;
    let bomb = "import os, signal\n\
        children = []\n\
        try:\n\
        \x20 while len(children) < 500:\n\
        \x20   pid = os.fork()\n\
        \x20   if pid == 0: signal.pause()\n\
        \x20   children.append(pid)\n\
        except BlockingIOError: pass\n\
        print(len(children), flush=True)\n\
        signal.pause()\n";
    let bomb = sandbox.spawn(python(bomb)).await.unwrap();
    let (_, forked) = read_line(bomb.stdout).await;
    let forked: u32 = forked.parse().unwrap();
    assert!((20..=32).contains(&forked), "{forked}");
    // Full to the brim, it can still be emptied and used.
    sandbox.kill_processes().await.unwrap();
    run(&*sandbox, shell("true")).await.ok();
}

pub(crate) async fn cpu(world: World) {
    if !world.driver.features().cpu_limit {
        assert!(world.driver.features().missing.iter().any(|missing| missing.what == "CPU limit"));
        return;
    }
    // What an emulated machine loses to its host counts as the function's.
    let most = if slowness() > 1 { 1.25 } else { 0.5 };
    let mut small = spec(&unique());
    small.cpu_millis = 100;
    let sandbox = world.driver.create(small).await.unwrap();
    let busy = "import time\n\
        start = time.monotonic()\n\
        while time.monotonic() - start < 1.5: pass\n\
        print(time.process_time())\n";
    let used: f64 = run(&*sandbox, python(busy)).await.ok().trim().parse().unwrap();
    assert!(used < most, "{used} s of CPU in 1.5 s, at a tenth of a CPU");

    let sandbox = world.sandbox().await;
    assert!(matches!(sandbox.set_cpu(1), Err(SandboxError::Refused(_))));
    sandbox.set_cpu(100).unwrap();
    let used: f64 = run(&*sandbox, python(busy)).await.ok().trim().parse().unwrap();
    assert!(used < most, "{used} s of CPU in 1.5 s, after the share was made a tenth of a CPU");
}

pub(crate) async fn files(world: World) {
    let sandbox = world.sandbox().await;
    assert_eq!(run(&*sandbox, shell("ulimit -n; ulimit -Hn; ulimit -c")).await.ok(), "1024\n1024\n0\n");
    let open = "import errno\n\
        try: files = [open('/dev/null') for _ in range(2000)]\n\
        except OSError as e: print(errno.errorcode[e.errno])\n";
    assert_eq!(run(&*sandbox, python(open)).await.ok(), "EMFILE\n");
}
