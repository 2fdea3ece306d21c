//! Without a server.

use super::{run, tenfold, told};
use std::net::TcpListener;
use std::process::Stdio;

#[test]
fn help_tells_the_commands_and_the_exit_codes() {
    let (code, out, err) = run(&["--help"]);
    assert_eq!((code, err.as_str()), (0, ""));
    for word in ["up", "demo", "env", "doctor", "functions", "invoke", "logs", "runtime", "Exit codes:"] {
        assert!(out.contains(word), "{word} is missing in:\n{out}");
    }
    for command in ["up", "demo", "env", "doctor", "functions", "invoke", "logs", "runtime"] {
        let (code, out, _) = run(&[command, "--help"]);
        assert_eq!(code, 0, "{command}");
        assert!(out.contains("Usage: tenfold"), "{command}:\n{out}");
    }
    assert_eq!(run(&["--version"]).1, format!("tenfold {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_cannot_be_meant_is_status_2() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path().to_str().unwrap();
    for args in [
        &["frobnicate"][..],
        &[],
        &["up", "--listen", "nowhere"],
        &["up", "--data-dir", data, "--dev", "--listen", "0.0.0.0:0"],
        &["up", "--account", "1"],
        &["up", "--data-dir", ""],
        &["logs", "f", "--since", "soon"],
        &["invoke"],
    ] {
        let (code, out, err) = run(args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
        assert!(!err.is_empty(), "{args:?}");
    }
}

#[test]
fn without_a_server_every_client_says_so_with_status_3() {
    let data = tempfile::tempdir().unwrap();
    let data = data.path().to_str().unwrap();
    for args in [
        &["env"][..],
        &["env", "--json"],
        &["functions"],
        &["invoke", "f"],
        &["logs", "f"],
        &["logs", "f", "-f"],
    ] {
        let args = [args, &["--data-dir", data]].concat();
        let (code, out, err) = run(&args);
        assert_eq!((code, out.as_str()), (3, ""), "{args:?}");
        assert!(err.contains("no server is running on") && err.contains("tenfold up"), "{args:?}: {err}");
    }
}

#[test]
fn a_note_that_outlived_its_server_is_no_server() {
    let data = tempfile::tempdir().unwrap();
    // A port that nobody listens on: it was free a moment ago.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let note = format!(
        r#"{{"pid":1,"address":"127.0.0.1:{port}","region":"us-east-1","account":"000000000000","dev":false,"version":"0"}}"#
    );
    std::fs::write(data.path().join("server.json"), note).unwrap();
    let key = "[default]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = not-to-be-printed\n";
    std::fs::write(data.path().join("credentials"), key).unwrap();
    let (code, out, err) = run(&["env", "--data-dir", data.path().to_str().unwrap()]);
    assert_eq!((code, out.as_str()), (3, ""));
    assert!(err.contains("cannot connect to 127.0.0.1"), "{err}");
    assert!(!err.contains("not-to-be-printed"));
}

#[test]
fn the_data_directory_comes_from_the_environment_too() {
    let data = tempfile::tempdir().unwrap();
    let output = tenfold(&["env"]).env("TENFOLD_DATA_DIR", data.path()).output().unwrap();
    let (code, _, err) = told(&output);
    assert_eq!(code, 3);
    assert!(err.contains(data.path().to_str().unwrap()), "{err}");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child =
        tenfold(&["doctor", "--json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let (code, _, err) = told(&child.wait_with_output().unwrap());
    assert_eq!((code, err.as_str()), (0, ""));
}

#[test]
fn an_interpreter_can_be_named_before_the_first_start() {
    let parent = tempfile::tempdir().unwrap();
    let data = parent.path().join("not/yet/there");
    let data = data.to_str().unwrap();
    let (code, out, _) = run(&["runtime", "list", "--json", "--data-dir", data]);
    assert_eq!(code, 0);
    let found: serde_json::Value = serde_json::from_str(&out).unwrap();
    for wrong in [["add", "java21", "/bin/sh"], ["add", "python3.11", "/never/there"]] {
        let (code, out, err) = run(&["runtime", wrong[0], wrong[1], wrong[2], "--data-dir", data]);
        assert_eq!((code, out.as_str(), err.is_empty()), (2, "", false), "{wrong:?}");
    }
    assert_eq!(run(&["runtime", "remove", "python3.11", "--data-dir", data]).0, 2);
    // A machine without any interpreter has nothing more to show.
    let Some(one) = found.as_array().unwrap().first() else { return };
    let (name, path) = (one["runtime"].as_str().unwrap(), one["path"].as_str().unwrap());
    let (code, out, err) = run(&["runtime", "add", name, path, "--data-dir", data]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains(path));
    let listed = run(&["runtime", "list", "--data-dir", data]).1;
    assert!(listed.lines().any(|line| line.contains(path) && line.ends_with("named")), "{listed}");
    assert_eq!(run(&["runtime", "remove", name, "--data-dir", data]).0, 0);
    assert!(!run(&["runtime", "list", "--data-dir", data]).1.contains("named"));
}
