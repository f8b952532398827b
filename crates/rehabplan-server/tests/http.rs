//! What the server answers, over real sockets.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod talk;

use std::io::{Read as _, Write as _};
use std::time::Duration;

use rehabplan::needs::Needs;
use rehabplan::plan::Date;
use rehabplan::profile::ProfileChoice;
use rehabplan::{Checker, Detail, Lang, Phase, ProfileSet};
use rehabplan_corpus::{ToCheck, every_plan, whole_plans};
use rehabplan_server::{Config, Refused, Server, Token, stdio};
use serde_json::{Value, json};
use socket2::SockRef;
use talk::{Clock, Running, chunk_of, server, server_with_clock};

/// A case of which § 2 demands the preparatory part.
const DEFICIENT: &str = r#"{"sag": {"sagstype": "revalidering"}}"#;

/// What must be in no answer but that of its own report, and there neither.
const CANARY: &str = "KANARIEFUGL 010203-1234";

#[test]
fn the_reports_are_the_libraries_own_bytes() {
    let server = server(|_| ());
    let mut caller = server.connect();
    for plan in whole_plans().unwrap() {
        let path = format!("/v1/check?phase={}&asOf={}&detail=all", plan.phase, plan.as_of);
        let answer = caller.ask("POST", &path, &[("Content-Type", "application/json")], plan.text.as_bytes());
        assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/json")));
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let checker =
            Checker::new().phase(Phase::from_code(&plan.phase)).as_of(Date::parse(&plan.as_of)).detail(Detail::All);
        assert_eq!(answer.text(), checker.check_str(&plan.text).unwrap().to_json(Lang::Da), "{}", plan.name);
    }
}

/// On request, and beside the report: alone, in a batch, and in a child process.
#[test]
fn what_the_case_requires_is_beside_the_report() {
    let server = server(|_| ());
    for plan in whole_plans().unwrap().into_iter().step_by(5) {
        let checker =
            Checker::new().phase(Phase::from_code(&plan.phase)).as_of(Date::parse(&plan.as_of)).detail(Detail::All);
        let report = checker.check_str(&plan.text).unwrap();
        let (needs, report) = (Needs::of(&report).unwrap().to_json(), report.to_json(Lang::Da));
        let path = format!("/v1/check?phase={}&asOf={}&detail=all&needs=true", plan.phase, plan.as_of);
        let answer = server.post(&path, &plan.text);
        assert_eq!(answer.text(), format!(r#"{{"report":{report},"needs":{needs}}}"#), "{}", plan.name);
        let options = json!({"phase": plan.phase, "asOf": plan.as_of, "detail": "all", "needs": true});
        let line = format!("{{\"options\":{options},\"plan\":{}}}\n", plan.text.replace('\n', " "));
        let expected = format!("{{\"line\":1,\"id\":null,\"report\":{report},\"needs\":{needs}}}\n");
        assert_eq!(server.post("/v1/check/batch", &line).text(), expected, "{}", plan.name);
        let mut out = Vec::new();
        stdio(std::io::Cursor::new(line), &mut out, 1, Lang::Da).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), expected, "{}", plan.name);
    }
    for path in
        ["/v1/check?needs=true", "/v1/check?needs=true&detail=all&paths=/moede", "/v1/check?needs=yes&detail=all"]
    {
        let problem = server.post(path, DEFICIENT).json();
        assert_eq!((&problem["code"], &problem["path"]), (&json!("badOptions"), &json!("/needs")), "{path}");
    }
}

/// Plans of every kind in the repository in an envelope, with the answer that the library has.
fn every_line() -> (String, Vec<String>) {
    let (mut lines, mut expected) = (String::new(), Vec::new());
    for (number, ToCheck { plan, phase, as_of, profiles, .. }) in
        every_plan().unwrap().into_iter().step_by(7).enumerate()
    {
        let Ok(whole) = serde_json::from_str::<Value>(&plan) else { continue };
        let options = json!({"phase": phase, "asOf": as_of, "profiles": profiles, "detail": "all", "lang": "en"});
        lines += &format!("{}\n", json!({"id": number, "options": options, "plan": whole}));
        let set = profiles
            .iter()
            .fold(ProfileSet::builder(), |set, name| set.choose(&ProfileChoice::parse(name).unwrap()).unwrap());
        let checker = Checker::new()
            .phase(phase.as_deref().and_then(Phase::from_code))
            .as_of(as_of.as_deref().and_then(Date::parse))
            .detail(Detail::All)
            .profiles(set.build().unwrap());
        // Of the same text: what a document holds twice, a value does not.
        let report = checker.check_str(&whole.to_string()).unwrap().to_json(Lang::En);
        let line = expected.len() + 1;
        expected.push(format!(r#"{{"line":{line},"id":"{number}","report":{report}}}"#));
    }
    assert!(expected.len() > 100 && lines.contains("proces"));
    (lines, expected)
}

#[test]
fn a_batch_and_a_child_process_answer_in_order_with_the_libraries_own_bytes() {
    let (lines, expected) = every_line();
    let server = server(|_| ());
    let mut caller = server.connect();
    caller.begin("POST", "/v1/check/batch", &[("Content-Type", "application/x-ndjson")], Some(lines.len()));
    let mut sender = caller.stream.try_clone().unwrap();
    // Answers come while lines do, and wait for nobody who sends all of them before he reads.
    let answer = std::thread::scope(|scope| {
        scope.spawn(|| sender.write_all(lines.as_bytes()).unwrap());
        caller.answer(false)
    });
    assert_eq!((answer.status, answer.header("content-type")), (200, Some("application/x-ndjson")));
    assert!(answer.text().lines().eq(expected.iter().map(String::as_str)));
    let mut out = Vec::new();
    assert!(stdio(std::io::Cursor::new(lines), &mut out, 2, Lang::Da).unwrap());
    assert!(out == answer.body);
    for nothing in ["", "\n", "{", "[]\n"] {
        assert!(!stdio(std::io::Cursor::new(nothing), Vec::new(), 1, Lang::Da).unwrap(), "{nothing:?}");
    }
}

#[test]
fn whoever_waits_for_an_answer_before_the_next_line_gets_it() {
    let server = server(|_| ());
    let mut caller = server.connect();
    caller.begin("POST", "/v1/check/batch?lang=en", &[("Content-Type", "application/x-ndjson")], None);
    let conclusion = |line: Vec<u8>| serde_json::from_slice::<Value>(&line).unwrap()["report"]["conclusion"].clone();
    for (number, (plan, expected)) in
        [(DEFICIENT, "deficient"), (r#"{"sag": {"sagstype": "anden"}}"#, "outOfScope"), ("{}", "undetermined")]
            .into_iter()
            .enumerate()
    {
        caller.send_chunk(format!("{plan}\n").as_bytes());
        if number == 0 {
            assert_eq!(caller.head().status, 200);
        }
        assert_eq!(conclusion(caller.chunk().unwrap()), expected);
    }
    caller.send("0\r\n\r\n");
    assert_eq!(caller.chunk(), None);
}

#[test]
fn what_is_wrong_with_a_request_has_a_status_and_a_code() {
    let server = server(|config| config.limits.body = 9 << 20);
    let deep = r#"{"sag":"#.repeat(65) + "1" + &"}".repeat(65);
    let long = format!(r#"{{"moede":{{"deltagere":[{}1]}}}}"#, "1,".repeat(10_000));
    let large = vec![b' '; (8 << 20) + 1];
    for (path, body, expected) in [
        ("/v1/check", b"{,}".as_slice(), (400, "notJson")),
        ("/v1/check", b"", (400, "notJson")),
        ("/v1/check", b"{\"a\": \"\xe6\"}", (400, "notUtf8")),
        ("/v1/check", b"[]", (422, "notAnObject")),
        ("/v1/check", br#"{"plan": []}"#, (422, "notAnObject")),
        ("/v1/check", br#"{"plan": null}"#, (422, "notAnObject")),
        ("/v1/check", deep.as_bytes(), (422, "tooDeep")),
        ("/v1/check", long.as_bytes(), (422, "listTooLong")),
        ("/v1/check", &large, (413, "tooLarge")),
        ("/v1/check", br#"{"plan": {}, "plan": {}}"#, (400, "badEnvelope")),
        ("/v1/check", br#"{"plan": {}, "sag": {}}"#, (400, "badEnvelope")),
        ("/v1/check", br#"{"plan": {}, "id": {}}"#, (400, "badEnvelope")),
        ("/v1/check", br#"{"sag": {}, "options": {"lang": "en"}, "id": "4711"}"#, (400, "badEnvelope")),
        ("/v1/check", br#"{"plan": {}, "options": []}"#, (400, "badOptions")),
        ("/v1/check", br#"{"plan": {}, "options": {"fase": 1}}"#, (400, "badOptions")),
        ("/v1/check?phase=x", b"{}", (400, "badOptions")),
        ("/v1/check?lang=da&lang=en", b"{}", (400, "badOptions")),
        ("/v1/check?lang=da", br#"{"plan": {}, "options": {"lang": "da"}}"#, (400, "badOptions")),
        ("/v1/check?profiles=x", b"{}", (400, "badProfile")),
        ("/v1/check/batch?profiles=x", b"{}", (400, "badProfile")),
        ("/v1/check/batch?x=1", b"{}", (400, "badOptions")),
        ("/v1/nothing", b"{}", (404, "notFound")),
        ("/v1/rules", b"{}", (405, "methodNotAllowed")),
    ] {
        let (status, code) = server.post(path, body).problem();
        assert_eq!(
            (status, code.as_str()),
            expected,
            "{path} {}",
            String::from_utf8_lossy(&body[..body.len().min(80)])
        );
    }
    for (path, expected) in [
        ("/", (404, "notFound")),
        ("/v1/explain/", (404, "notFound")),
        ("/v1/explain/P99", (404, "unknownRule")),
        ("/v1/explain/%ff", (404, "unknownRule")),
        ("/v1/check", (405, "methodNotAllowed")),
        ("/v1/schema?schema=x", (400, "badOptions")),
        ("/v1/coverage?phase=indsats", (400, "badOptions")),
        ("/v1/schema?phase=indsats", (400, "badOptions")),
        ("/v1/rules?profiles=x", (400, "badProfile")),
        ("/v1/rules?x=1", (400, "badOptions")),
        ("/v1/explain/P3.1.4?lang=en", (400, "badOptions")),
        ("/v1/explain/P99?lang=en", (400, "badOptions")),
        ("/v1/profiles?x=1", (400, "badOptions")),
        ("/openapi.json?x", (400, "badOptions")),
        ("/healthz?profiles=proces", (400, "badOptions")),
        ("/metrics?paths=/moede", (400, "badOptions")),
    ] {
        let (status, code) = server.get(path).problem();
        assert_eq!((status, code.as_str()), expected, "{path}");
    }
    for headers in
        [&[][..], &[("Content-Type", "text/plain")], &[("Content-Type", "application/x-www-form-urlencoded")]]
    {
        let answer = server.connect().ask("POST", "/v1/check", headers, b"{}");
        assert_eq!(answer.problem(), (415, "mediaType".to_owned()));
        assert_eq!(answer.header("accept"), Some("application/json"));
    }
    let packed = [("Content-Type", "application/json"), ("Content-Encoding", "gzip")];
    assert_eq!(server.connect().ask("POST", "/v1/check", &packed, b"{}").problem(), (415, "mediaType".to_owned()));
    let charset = [("Content-Type", "Application/JSON; charset=utf-8")];
    assert_eq!(server.connect().ask("POST", "/v1/check", &charset, b"{}").status, 200);
}

#[test]
fn another_method_is_refused_with_those_that_there_are() {
    let server = server(|_| ());
    for (path, is_asked) in [
        ("/v1/check", false),
        ("/v1/check/batch", false),
        ("/v1/rules", true),
        ("/v1/explain/P3.1.4", true),
        ("/v1/coverage", true),
        ("/v1/profiles", true),
        ("/v1/schema", true),
        ("/openapi.json", true),
        ("/healthz", true),
        ("/metrics", true),
    ] {
        let allow = if is_asked { "GET, HEAD" } else { "POST" };
        let methods =
            ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "get", "Post", "X-Y"];
        for method in methods.into_iter().filter(|method| !allow.split(", ").any(|allowed| allowed == *method)) {
            let answer = server.connect().ask(method, path, &[("Content-Type", "application/json")], b"{}");
            assert_eq!((answer.status, answer.header("allow")), (405, Some(allow)), "{method} {path}");
            if method != "HEAD" {
                assert_eq!(answer.problem(), (405, "methodNotAllowed".to_owned()), "{method} {path}");
            }
        }
    }
    // Before a plan is read, or options.
    assert_eq!(server.connect().ask("PUT", "/v1/check?x=1", &[], b"no plan").status, 405);
}

#[test]
fn what_is_plainly_something_else_is_named() {
    let server = server(|_| ());
    for (body, code, word) in [
        (&b"\x1f\x8b\x08\0\0\0\0\0"[..], "notUtf8", "gzip"),
        (b"%PDF-1.7\n", "notJson", "PDF"),
        (b"\xff\xfe{\0}\0", "notUtf8", "UTF-16"),
    ] {
        let answer = server.post("/v1/check?lang=en", body);
        assert_eq!(answer.problem(), (400, code.to_owned()));
        assert!(answer.json()["detail"].as_str().unwrap().contains(word), "{}", answer.text());
    }
}

#[test]
fn a_line_that_is_wrong_is_answered_in_its_place() {
    let lines = format!(
        "{DEFICIENT}\n\n{{,}}\r\n{{\"plan\": {{}}, \"x\": 1}}\n[]\n{{\"id\": \"a\", \"plan\": {{\"sag\": 1}}}}"
    );
    let answer = server(|_| ()).post("/v1/check/batch?lang=en", lines);
    let answers: Vec<Value> = answer.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told = |answer: &Value| {
        (answer["line"].clone(), answer["id"].clone(), answer["error"]["code"].clone(), answer["report"].is_object())
    };
    assert_eq!(
        answers.iter().map(told).collect::<Vec<_>>(),
        [
            (json!(1), json!(null), json!(null), true),
            (json!(3), json!(null), json!("notJson"), false),
            (json!(4), json!(null), json!("badEnvelope"), false),
            (json!(5), json!(null), json!("notAnObject"), false),
            (json!(6), json!("a"), json!(null), true),
        ]
    );
    // Told by its place in what was sent.
    assert!(answers[1]["error"]["message"].as_str().unwrap().contains("line 3, column 2"), "{}", answers[1]);
}

#[test]
fn suppressions_hold_for_the_case_that_they_name() {
    let server = server(|_| ());
    let suppress = json!([{
        "case": "4711", "key": "P2.1.pkt2!/forberedendeDel",
        "reason": "Ligger i det gamle system", "author": "A. Jensen", "date": "2020-03-02",
    }]);
    let plan: Value = serde_json::from_str(DEFICIENT).unwrap();
    for (id, errors) in [(json!("4711"), 0), (json!(4711), 0), (json!(4712), 1), (json!(null), 1)] {
        let answer =
            server.post("/v1/check", json!({"plan": plan, "options": {"suppress": suppress}, "id": id}).to_string());
        assert_eq!(answer.json()["errors"], errors, "{}", answer.text());
    }
}

#[test]
fn what_the_core_knows_can_be_asked_for() {
    let server = server(|_| ());
    let of = |text: String| serde_json::from_str::<Value>(&text).unwrap();
    assert_eq!(server.get("/v1/rules").json(), of(rehabplan_json::rules(b"").unwrap()));
    let with_profile = server.get("/v1/rules?profiles=proces").json();
    assert!(with_profile.as_array().unwrap().len() > server.get("/v1/rules").json().as_array().unwrap().len());
    assert_eq!(server.get("/v1/explain/p3.1.4").json()["id"], "P3.1.4");
    for path in ["/v1/explain/proces/PR1", "/v1/explain/proces%2FPR1"] {
        assert_eq!(server.get(path).json()["id"], "proces/PR1");
    }
    let units = server.get("/v1/coverage").json();
    assert_eq!(units.as_array().unwrap().len(), 121);
    assert_ne!(server.get("/v1/coverage?lang=en").json(), units);
    assert_eq!(server.get("/v1/profiles").json(), of(rehabplan_json::profiles()));
    assert_eq!(server.get("/v1/schema?lang=en").json(), rehabplan::schema::json_schema(Lang::En));
    assert_eq!(server.get("/v1/schema?schema=profile").json(), rehabplan::schema::profile_schema());
    assert_eq!(server.get("/v1/schema?schema=report&lang=en").json(), rehabplan::schema::report_schema(Lang::En));
    assert_eq!(server.get("/healthz").json()["status"], "ok");
    let head = server.connect().ask("HEAD", "/v1/rules", &[], b"");
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn without_the_token_nobody_is_answered() {
    const TOKEN: &str = "0123456789abcdef0123456789abcdef";
    let server = server(|config| config.token = Some(Token::new(TOKEN).unwrap()));
    let ask = |path: &str, headers: &[(&str, &str)]| server.connect().ask("GET", path, headers, b"");
    for given in [
        None,
        Some("Bearer ".to_owned()),
        Some(TOKEN.to_owned()),
        Some(format!("Basic {TOKEN}")),
        Some(format!("Bearer {}", TOKEN.replace('f', "e"))),
        Some(format!("Bearer {TOKEN}0")),
        Some(format!("Bearer {}", &TOKEN[1..])),
    ] {
        let headers: Vec<(&str, &str)> = given.iter().map(|given| ("Authorization", given.as_str())).collect();
        for path in ["/v1/rules", "/metrics", "/openapi.json"] {
            let answer = ask(path, &headers);
            assert_eq!(answer.problem(), (401, "unauthorized".to_owned()), "{given:?}");
            assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
        }
        assert_eq!(ask("/healthz", &headers).status, 200);
    }
    for given in [format!("Bearer {TOKEN}"), format!("bearer {TOKEN}")] {
        assert_eq!(ask("/v1/rules", &[("Authorization", &given)]).status, 200);
    }
}

/// A page may give a name of its own the address of this machine, and then it asks its own origin.
#[test]
fn under_another_name_nobody_is_answered_without_a_token() {
    const TOKEN: &str = "0123456789abcdef0123456789abcdef";
    let server = server(|_| {});
    for (host, is_answered) in [
        ("localhost", true),
        ("LOCALHOST:8731", true),
        ("127.0.0.1:80", true),
        ("127.1.2.3", true),
        ("[::1]:8731", true),
        ("evil.example", false),
        ("localhost.evil.example", false),
        ("127.0.0.1.evil.example", false),
        ("10.0.0.1", false),
        ("", false),
    ] {
        let ask = |path: &str| {
            let mut connection = server.connect();
            connection.send(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
            connection.answer(false)
        };
        let answer = ask("/v1/rules");
        if is_answered {
            assert_eq!(answer.status, 200, "{host}");
        } else {
            assert_eq!(answer.problem(), (421, "otherHost".to_owned()), "{host}");
        }
        assert_eq!(ask("/healthz").status, 200, "{host}");
    }
    // Every name counts that is named.
    for (begin, is_answered) in [
        ("GET http://evil.example/v1/rules HTTP/1.1\r\nHost: localhost", false),
        ("GET http://localhost/v1/rules HTTP/1.1\r\nHost: evil.example", false),
        ("GET http://localhost:80/v1/rules HTTP/1.1\r\nHost: localhost", true),
    ] {
        let mut connection = server.connect();
        connection.send(format!("{begin}\r\n\r\n"));
        let answer = connection.answer(false);
        assert_eq!(answer.status, if is_answered { 200 } else { 421 }, "{begin}");
    }
    let server = self::server(|config| config.token = Some(Token::new(TOKEN).unwrap()));
    let mut connection = server.connect();
    connection
        .send(format!("GET /v1/rules HTTP/1.1\r\nHost: sag.kommune.example\r\nAuthorization: Bearer {TOKEN}\r\n\r\n"));
    assert_eq!(connection.answer(false).status, 200);
}

/// RFC 9112, 3.2: one line with the name of a host, and since HTTP/1.1 never none.
#[test]
fn who_names_no_host_or_several_is_refused() {
    let server = server(|_| {});
    for path in ["/v1/rules", "/healthz", "/nothing"] {
        for (begin, is_good) in [
            ("HTTP/1.1", false),
            ("HTTP/1.1\r\nHost: localhost", true),
            ("HTTP/1.1\r\nHost: localhost:8731", true),
            ("HTTP/1.1\r\nHost: localhost\r\nHost: evil.example", false),
            ("HTTP/1.1\r\nHost: localhost\r\nhost: localhost", false),
            ("HTTP/1.1\r\nHost: a b", false),
            ("HTTP/1.1\r\nHost: [::1]", true),
            ("HTTP/1.1\r\nHost: [::1]:8731", true),
            ("HTTP/1.1\r\nHost: [::1]x", false),
            ("HTTP/1.1\r\nHost: [::1]8731", false),
            ("HTTP/1.1\r\nHost: [::1", false),
            ("HTTP/1.1\r\nHost: localhost/v1", false),
            ("HTTP/1.1\r\nHost: evil.example@localhost", false),
            ("HTTP/1.1\r\nHost: \u{e6}", false),
            ("HTTP/1.0", true),
            ("HTTP/1.0\r\nHost: localhost", true),
            ("HTTP/1.0\r\nHost: localhost\r\nHost: localhost", false),
        ] {
            let mut connection = server.connect();
            connection.send(format!("GET {path} {begin}\r\n\r\n"));
            let answer = connection.answer(false);
            if !is_good {
                assert_eq!(answer.problem(), (400, "badHost".to_owned()), "{path} {begin}");
            } else if path == "/nothing" {
                assert_eq!(answer.problem(), (404, "notFound".to_owned()), "{path} {begin}");
            } else {
                assert_eq!(answer.status, 200, "{path} {begin}");
            }
        }
    }
    let mut connection = server.connect();
    connection.send("POST /v1/check HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    assert_eq!(connection.answer(false).problem(), (400, "badHost".to_owned()));
    // It is the request that is refused, and not whoever sent it.
    assert_eq!(connection.ask("GET", "/healthz", &[], b"").status, 200);
}

#[test]
fn others_than_this_machine_need_a_token() {
    let mut config = Config::default();
    config.listen = "0.0.0.0:0".parse().unwrap();
    assert!(matches!(Server::bind(config.clone()), Err(Refused::NeedsToken)));
    config.token = Some(Token::new(&"x".repeat(32)).unwrap());
    assert!(Server::bind(config.clone()).is_ok());
    for bad in ["", "short", &"x".repeat(31), &"æ".repeat(32), &format!("{} {}", "x".repeat(32), "x")] {
        assert!(matches!(Token::new(bad), Err(Refused::BadToken)), "{bad}");
    }
    assert!(!format!("{:?}", config).contains("xx"));
    let taken = server(|_| ());
    config.listen = taken.address;
    assert!(matches!(Server::bind(config), Err(Refused::Address(_))));
}

#[test]
fn too_large_is_said_before_it_has_come_and_while_it_comes() {
    let server = server(|config| config.limits.body = 1000);
    let json = [("Content-Type", "application/json")];
    let mut told = server.connect();
    told.begin("POST", "/v1/check", &json, Some(1001));
    assert_eq!(told.answer(false).problem(), (413, "tooLarge".to_owned()));
    let mut untold = server.connect();
    untold.begin("POST", "/v1/check", &json, None);
    untold.send_chunk(&[b' '; 600]);
    untold.send_chunk(&[b' '; 401]);
    assert_eq!(untold.answer(false).problem(), (413, "tooLarge".to_owned()));
    let fits = format!("{{}}{}", " ".repeat(998));
    assert_eq!(server.post("/v1/check", fits).status, 200);
}

/// Most libraries send all of a request before they read the answer.
#[test]
fn who_sends_all_before_he_reads_hears_why_he_is_refused() {
    const TOKEN: &str = "0123456789abcdef0123456789abcdef";
    let open = server(|config| config.limits.body = 1000);
    let closed = server(|config| config.token = Some(Token::new(TOKEN).unwrap()));
    let whole = vec![b' '; 24 << 20];
    for (server, path, media_type, expected) in [
        (&open, "/v1/check", "application/json", (413, "tooLarge")),
        (&open, "/v1/check", "text/plain", (415, "mediaType")),
        (&open, "/v1/nothing", "application/json", (404, "notFound")),
        (&open, "/v1/rules", "application/json", (405, "methodNotAllowed")),
        (&open, "/v1/check?x=1", "application/json", (400, "badOptions")),
        (&closed, "/v1/check", "application/json", (401, "unauthorized")),
    ] {
        for is_told in [true, false] {
            let mut caller = server.connect();
            caller.begin("POST", path, &[("Content-Type", media_type)], is_told.then_some(whole.len()));
            if is_told {
                caller.send(&whole);
            } else {
                whole.chunks(1 << 20).for_each(|chunk| caller.send_chunk(chunk));
                caller.send("0\r\n\r\n");
            }
            let (status, code) = caller.answer(false).problem();
            assert_eq!((status, code.as_str()), expected, "{path}, told: {is_told}");
            // All of it has been read, so the connection is whole.
            assert_eq!(caller.ask("GET", "/healthz", &[], b"").status, 200, "{path}, told: {is_told}");
        }
    }
    // Who waits to be asked for it is not.
    let mut waits = open.connect();
    let headers = [("Content-Type", "application/json"), ("Expect", "100-continue")];
    waits.begin("POST", "/v1/check", &headers, Some(whole.len()));
    assert_eq!(waits.answer(false).problem(), (413, "tooLarge".to_owned()));
    assert!(waits.is_hung_up());
}

#[test]
fn what_is_thrown_away_has_its_limits() {
    let (server, clock) = server_with_clock(|config| {
        config.limits.body = 1000;
        config.limits.discard = 1 << 20;
        config.limits.arrival = SILENCE;
    });
    let json = [("Content-Type", "application/json")];
    let mut long = server.connect();
    long.begin("POST", "/v1/check", &json, None);
    let is_cut = (0..1024).any(|_| {
        let chunk = [format!("{:x}\r\n", 1 << 16).as_bytes(), &[b' '; 1 << 16], b"\r\n"].concat();
        long.stream.write_all(&chunk).is_err()
    });
    assert!(is_cut);
    let mut slow = server.connect();
    slow.begin("POST", "/v1/check", &json, Some(2000));
    assert_eq!(slow.answer(false).problem(), (413, "tooLarge".to_owned()));
    clock.run();
    assert!(slow.is_hung_up());
}

#[test]
fn what_is_said_of_a_size_is_known() {
    let server = server(|config| config.limits.body = 1000);
    let json = [("Content-Type", "application/json")];
    for (lang, told, untold) in [
        ("da", "på 1500 byte, og grænsen er 1000", "på mere end 1000 byte"),
        ("en", "of 1500 bytes, and the limit is 1000", "of more than 1000 bytes"),
    ] {
        let path = format!("/v1/check?lang={lang}");
        let detail = server.post(&path, [b' '; 1500]).json()["detail"].clone();
        assert!(detail.as_str().unwrap().contains(told), "{detail}");
        let mut caller = server.connect();
        caller.begin("POST", &path, &json, None);
        caller.send_chunk(&[b' '; 1500]);
        let detail = caller.answer(false).json()["detail"].clone();
        assert!(detail.as_str().unwrap().contains(untold) && !detail.as_str().unwrap().contains("1500"), "{detail}");
    }
}

#[test]
fn a_header_that_may_stand_once_stands_once() {
    const TOKEN: &str = "0123456789abcdef0123456789abcdef";
    let server = server(|config| config.token = Some(Token::new(TOKEN).unwrap()));
    let (token, other) = (format!("Bearer {TOKEN}"), format!("Bearer {}", "x".repeat(32)));
    let (json, text) = (("Content-Type", "application/json"), ("Content-Type", "text/plain"));
    let ask = |headers: &[(&str, &str)]| server.connect().ask("POST", "/v1/check", headers, b"{}");
    for twice in [
        &[json, ("Authorization", &token), ("Authorization", &other)][..],
        &[json, ("Authorization", &other), ("Authorization", &token)],
        &[json, text, ("Authorization", &token)],
        &[json, json, ("Authorization", &token)],
    ] {
        assert_eq!(ask(twice).problem(), (400, "headerTwice".to_owned()), "{twice:?}");
    }
    assert_eq!(ask(&[json, ("Authorization", &token)]).status, 200);
}

#[test]
fn who_names_no_language_gets_the_servers() {
    let server = server(|config| config.lang = Lang::En);
    let title = |answer: talk::Answer| answer.json()["results"][0]["message"].clone();
    let title_of =
        |options: &str| title(server.post("/v1/check", format!(r#"{{"plan": {DEFICIENT}, "options": {options}}}"#)));
    let checker = Checker::new();
    let of = |lang: Lang| {
        let report = checker.check_str(DEFICIENT).unwrap().to_json(lang);
        serde_json::from_str::<Value>(&report).unwrap()["results"][0]["message"].clone()
    };
    let [da, en] = [Lang::Da, Lang::En].map(of);
    assert_ne!(da, en);
    assert_eq!(title(server.post("/v1/check", DEFICIENT)), en);
    assert_eq!(title(server.post("/v1/check?phase=indsats", DEFICIENT)), en);
    assert_eq!(title(server.post("/v1/check?lang=da", DEFICIENT)), da);
    assert_eq!((title_of("{}"), title_of(r#"{"lang": "da"}"#)), (en.clone(), da.clone()));
    let batch = server.post(
        "/v1/check/batch",
        format!("{DEFICIENT}\n{{\"plan\": {DEFICIENT}, \"options\": {{\"lang\": \"da\"}}}}\n["),
    );
    let lines: Vec<Value> = batch.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["report"]["results"][0]["message"], en);
    assert_eq!(lines[1]["report"]["results"][0]["message"], da);
    assert!(lines[2]["error"]["message"].as_str().unwrap().starts_with("not JSON"), "{}", lines[2]);
    for path in ["/v1/coverage", "/v1/schema", "/v1/schema?schema=report"] {
        let sign = if path.contains('?') { '&' } else { '?' };
        let named = |lang: &str| server.get(&format!("{path}{sign}lang={lang}")).body;
        assert_eq!(server.get(path).body, named("en"), "{path}");
        assert_ne!(server.get(path).body, named("da"), "{path}");
    }
    let mut out = Vec::new();
    stdio(std::io::Cursor::new(format!("{DEFICIENT}\n")), &mut out, 1, Lang::En).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&out).unwrap()["report"]["results"][0]["message"], en);
}

/// Gives what it has, and then fails.
struct BreaksOff(std::io::Cursor<Vec<u8>>);

impl std::io::Read for BreaksOff {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self.0.read(buffer)? {
            0 => Err(std::io::ErrorKind::ConnectionReset.into()),
            count => Ok(count),
        }
    }
}

#[test]
fn who_was_cut_off_hears_where_to_go_on() {
    let many = format!("{DEFICIENT}\n").repeat(100);
    for (sent, line, says) in [
        (String::new(), json!(null), "before the first line"),
        (format!("{DEFICIENT}\n\n{DEFICIENT}\n"), json!(null), "after line 3, which is the last that is answered"),
        (many.clone(), json!(null), "after line 100, which is the last that is answered"),
        (format!("{many}{{"), json!(101), "in line 101; send that line and the rest again"),
    ] {
        let mut out = Vec::new();
        stdio(BreaksOff(std::io::Cursor::new(sent.into_bytes())), &mut out, 1, Lang::En).unwrap();
        let last: Value = serde_json::from_str(std::str::from_utf8(&out).unwrap().lines().last().unwrap()).unwrap();
        assert_eq!((&last["line"], &last["error"]["code"]), (&line, &json!("notReadable")));
        assert!(last["error"]["message"].as_str().unwrap().contains(says), "{last}");
    }
}

/// One code for one input, whether it comes for a plan or for lines.
#[test]
fn what_is_no_plan_has_one_code_everywhere() {
    let server = server(|_| ());
    let utf16 = |mark: &[u8]| [mark, &DEFICIENT.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat();
    for (sent, code, names) in [
        (b"\x1f\x8b\x08\0\0\0\0\0".to_vec(), "notUtf8", "gzip"),
        (utf16(b"\xff\xfe"), "notUtf8", "UTF-16"),
        (utf16(b""), "notJson", "UTF-16"),
        (b"%PDF-1.7\n".to_vec(), "notJson", "PDF"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), "notUtf8", "PDF"),
    ] {
        let alone = server.post("/v1/check?lang=en", &sent).json();
        let lines = server.post("/v1/check/batch?lang=en", &sent).json();
        let mut out = Vec::new();
        stdio(std::io::Cursor::new(sent), &mut out, 1, Lang::En).unwrap();
        let child: Value = serde_json::from_slice(&out).unwrap();
        for (code_of, text) in [
            (&alone["code"], &alone["detail"]),
            (&lines["error"]["code"], &lines["error"]["message"]),
            (&child["error"]["code"], &child["error"]["message"]),
        ] {
            assert_eq!(code_of, code, "{text}");
            assert!(text.as_str().unwrap().contains(names), "{text}");
        }
    }
}

#[test]
fn what_an_address_takes_is_said() {
    let server = server(|_| ());
    for path in ["/v1/check", "/v1/check/batch"] {
        for (query, says) in [
            ("x=1", "phase, asOf, detail, lang, language, rules, paths, horizon, profiles, needs"),
            ("phas=indsats", "did you mean phase?"),
            ("only=P2.1", "rules=... and paths=..."),
            ("suppress=x", "suppress belongs in an envelope"),
            ("case=4711", "case belongs in an envelope"),
        ] {
            let answer = server.post(&format!("{path}?{query}"), DEFICIENT);
            assert_eq!(answer.problem(), (400, "badOptions".to_owned()), "{query}");
            assert!(answer.json()["detail"].as_str().unwrap().contains(says), "{}", answer.text());
        }
        for query in [
            "phase=indsats",
            "asOf=2020-06-01",
            "detail=all",
            "lang=en",
            "language=false",
            "rules=P2.1.pkt2",
            "paths=/moede",
            "horizon=/moede",
            "profiles=proces",
        ] {
            assert_eq!(server.post(&format!("{path}?{query}"), DEFICIENT).status, 200, "{query}");
        }
    }
}

#[test]
fn what_is_not_http_is_refused_and_not_repeated() {
    let server = server(|_| ());
    let head = "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    let many: String = (0..101).map(|number| format!("X-{number}: {CANARY}\r\n")).collect();
    for (sent, status) in [
        (format!("{CANARY}\r\n\r\n"), 400),
        (format!("GET /healthz HTTP/3.7\r\nHost: {CANARY}\r\n\r\n"), 400),
        (format!("{head}Content-Length: -1\r\n\r\n"), 400),
        (format!("{head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n"), 400),
        (format!("{head}Content-Length: 99999999999999999999999\r\n\r\n"), 400),
        (format!("{head}{many}\r\n"), 431),
    ] {
        let mut caller = server.connect();
        caller.send(&sent);
        let answer = caller.head();
        assert_eq!((answer.status, answer.header("content-length")), (status, Some("0")), "{sent}");
        assert!(!format!("{:?}", answer.headers).contains("KANARIE"));
        assert!(caller.is_hung_up(), "{sent}");
    }
    // As one does who knows that a server speaks HTTP/2.
    let mut second = server.connect();
    second.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    assert!(second.is_hung_up());
    // Chunks that are not as long as they say, or say nothing that is a length.
    for chunks in ["5\r\n{}\r\n0\r\n\r\n", "1\r\n{}\r\n0\r\n\r\n", "zz\r\n{}\r\n", "-1\r\n", "fffffffffffffffff\r\n"] {
        let mut caller = server.connect();
        caller.send(format!("{head}Transfer-Encoding: chunked\r\n\r\n{chunks}"));
        let answer = caller.answer(false);
        assert_eq!(answer.problem(), (400, "bodyCutShort".to_owned()), "{chunks}");
    }
    assert_eq!(server.get("/healthz").status, 200);
}

/// Taken for what was sent, packed bytes would be a plan that is not UTF-8.
#[test]
fn what_is_packed_is_refused() {
    let server = server(|_| ());
    let head = |codings: &[&str], path: &str, media_type: &str| {
        let codings: String = codings.iter().map(|coding| format!("Transfer-Encoding: {coding}\r\n")).collect();
        format!("POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {media_type}\r\n{codings}\r\n")
    };
    for codings in [
        &["gzip, chunked"][..],
        &["gzip", "chunked"],
        &["deflate,chunked"],
        &["identity, chunked"],
        &["x;q=\"a\", chunked"],
        &["chunked, chunked"],
        &["chunked", "Chunked"],
    ] {
        for (path, media_type) in [("/v1/check", "application/json"), ("/v1/check/batch", "application/x-ndjson")] {
            let mut caller = server.connect();
            // All at once: who is refused while he still sends may be hung up on.
            caller.send([head(codings, path, media_type).as_bytes(), b"4\r\n\x1f\x8b\x08\0\r\n0\r\n\r\n"].concat());
            assert_eq!(caller.answer(false).problem(), (501, "transferCoding".to_owned()), "{codings:?}");
            // What is chunked has its end all the same, and the next request its beginning.
            assert_eq!(caller.ask("GET", "/healthz", &[], b"").status, 200, "{codings:?}");
        }
    }
    for coding in ["chunked", "CHUNKED", ", chunked"] {
        let mut caller = server.connect();
        caller.send(head(&[coding], "/v1/check", "application/json"));
        caller.send_chunk(DEFICIENT.as_bytes());
        caller.send("0\r\n\r\n");
        assert_eq!(caller.answer(false).json()["conclusion"], "deficient", "{coding}");
    }
    // Without an end of its own, nobody knows how long it is.
    let mut endless = server.connect();
    endless.send(head(&["gzip"], "/v1/check", "application/json"));
    assert_eq!(endless.head().status, 400);
    assert!(endless.is_hung_up());
    for (codings, expected) in
        [(&["identity"][..], 200), (&["gzip"], 415), (&["identity, gzip"], 415), (&["identity", "br"], 415)]
    {
        let mut headers = vec![("Content-Type", "application/json")];
        headers.extend(codings.iter().map(|coding| ("Content-Encoding", *coding)));
        let answer = server.connect().ask("POST", "/v1/check", &headers, DEFICIENT.as_bytes());
        assert_eq!(answer.status, expected, "{codings:?}");
    }
}

#[test]
fn what_all_requests_hold_together_is_limited() {
    let server = server(|config| config.limits.memory = 64 << 10);
    let answer = server.post("/v1/check", " ".repeat(65 << 10));
    assert_eq!(answer.problem(), (503, "memoryFull".to_owned()));
    assert_eq!(answer.header("retry-after"), Some("1"));
    // What was taken is given back.
    for _ in 0..4 {
        assert_eq!(server.post("/v1/check", format!("{{}}{}", " ".repeat(60 << 10))).status, 200);
    }
}

/// How long a caller may be silent, in the tests of who is.
const SILENCE: Duration = Duration::from_secs(30);
/// Less than that, but several of them are more.
const PAUSE: Duration = Duration::from_secs(20);
/// More than any of these tests lets pass.
const LONG: Duration = Duration::from_secs(1 << 30);

#[test]
fn who_is_silent_before_a_request_is_hung_up_on() {
    let (server, clock) = server_with_clock(|config| config.limits.head = SILENCE);
    let mut silent = server.connect();
    let mut half_a_head = server.connect();
    half_a_head.send("POST /v1/check HTTP/1.1\r\nHost:");
    let mut idle = server.connect();
    assert_eq!(idle.ask("GET", "/healthz", &[], b"").status, 200);
    clock.run();
    for caller in [&mut silent, &mut half_a_head, &mut idle] {
        assert!(caller.is_hung_up());
    }
}

#[test]
fn who_is_silent_in_a_request_is_told() {
    let (server, clock) = server_with_clock(|config| {
        config.limits.head = LONG;
        config.limits.arrival = SILENCE;
    });
    let mut half_a_body = server.connect();
    half_a_body.begin_with("POST", "/v1/check", &[("Content-Type", "application/json")], Some(100), b"{");
    let mut half_a_batch = server.connect();
    let lines = chunk_of(format!("{DEFICIENT}\n{{").as_bytes());
    half_a_batch.begin_with("POST", "/v1/check/batch", &[("Content-Type", "application/x-ndjson")], None, &lines);
    // Once the first line is answered, the second is waited for.
    assert_eq!(half_a_batch.head().status, 200);
    let first = half_a_batch.chunk();
    clock.run();
    let second = half_a_batch.chunk();
    let [first, second] = [first, second].map(|line| serde_json::from_slice::<Value>(&line.unwrap()).unwrap());
    assert_eq!(
        (&first["report"]["conclusion"], &second["error"]["code"]),
        (&json!("deficient"), &json!("notReadable"))
    );
    // The line that was cut off, and not some line.
    assert_eq!((&first["line"], &second["line"]), (&json!(1), &json!(2)));
    assert_eq!(half_a_batch.chunk(), None);
    assert_eq!(half_a_body.answer(false).problem(), (408, "bodyTooSlow".to_owned()));
}

/// A server on whose callers these limits lie, however long their batch takes, and its clock.
fn patient_for_a_silence() -> (Running, Clock) {
    server_with_clock(|config| {
        config.limits.arrival = SILENCE;
        config.limits.departure = SILENCE;
        config.limits.work = SILENCE;
    })
}

/// One that sends bit by bit, and goes on when it is answered.
#[test]
fn a_batch_may_be_sent_slowly() {
    let (server, clock) = patient_for_a_silence();
    let mut caller = server.connect();
    caller.begin("POST", "/v1/check/batch", &[("Content-Type", "application/x-ndjson")], None);
    for line in 1..=6 {
        caller.send_chunk(&DEFICIENT.as_bytes()[..10]);
        clock.advance(PAUSE);
        caller.send_chunk(format!("{}\n", &DEFICIENT[10..]).as_bytes());
        if line == 1 {
            assert_eq!(caller.head().status, 200);
        }
        let answer: Value = serde_json::from_slice(&caller.chunk().unwrap()).unwrap();
        assert_eq!((&answer["line"], &answer["report"]["errors"]), (&json!(line), &json!(1)));
    }
}

/// One that takes its answers bit by bit, and is hung up on when it takes no more.
#[test]
fn a_batch_may_be_taken_slowly() {
    /// More than lies between the server and a caller that has room for little.
    const BIT: usize = 2 << 20;
    let (server, clock) = patient_for_a_silence();
    let mut caller = server.connect();
    SockRef::from(&caller.stream).set_recv_buffer_size(64 << 10).unwrap();
    caller.begin("POST", "/v1/check/batch?detail=all", &[("Content-Type", "application/x-ndjson")], None);
    let mut sender = caller.stream.try_clone().unwrap();
    let sending = std::thread::spawn(move || {
        let lines = format!("{DEFICIENT}\n").repeat(2000);
        // What is still being sent when the server hangs up is lost.
        let _ = write!(sender, "{:x}\r\n{lines}\r\n", lines.len());
    });
    let mut bit = vec![0; BIT];
    for _ in 0..6 {
        // So much does not lie in between: the last of it was sent after the last pause.
        caller.stream.read_exact(&mut bit).expect("the server goes on");
        clock.advance(PAUSE);
    }
    // Who takes no more is hung up on, and only the one who asks is left.
    while !server.get("/metrics").text().contains("\nrehabplan_connections 1\n") {
        clock.advance(SILENCE);
    }
    sending.join().unwrap();
}

#[test]
fn more_batches_or_connections_than_there_may_be_are_refused() {
    let batches = server(|config| config.limits.batches = 1);
    let mut first = batches.connect();
    first.begin("POST", "/v1/check/batch", &[("Content-Type", "application/x-ndjson")], None);
    assert_eq!(first.head().status, 200);
    let answer = batches.post("/v1/check/batch", DEFICIENT);
    assert_eq!(answer.problem(), (503, "tooManyBatches".to_owned()));
    assert_eq!(batches.post("/v1/check", DEFICIENT).status, 200);

    let connections = server(|config| config.limits.connections = 1);
    let mut first = connections.connect();
    assert_eq!(first.ask("GET", "/healthz", &[], b"").status, 200);
    // It is told without being asked.
    assert_eq!(connections.connect().answer(false).problem(), (503, "tooManyConnections".to_owned()));
    assert_eq!(first.ask("GET", "/healthz", &[], b"").status, 200);
    assert!(first.ask("GET", "/metrics", &[], b"").text().contains("\nrehabplan_connections_refused_total 1\n"));
}

#[test]
fn what_was_begun_is_finished_when_the_server_stops() {
    let server = server(|_| ());
    let mut idle = server.connect();
    assert_eq!(idle.ask("GET", "/healthz", &[], b"").status, 200);
    let mut batch = server.connect();
    batch.begin("POST", "/v1/check/batch", &[("Content-Type", "application/x-ndjson")], None);
    batch.send_chunk(format!("{DEFICIENT}\n").as_bytes());
    assert_eq!(batch.head().status, 200);
    assert!(batch.chunk().is_some());
    let mut check = server.connect();
    let headers = [("Content-Type", "application/json"), ("Expect", "100-continue")];
    check.begin("POST", "/v1/check", &headers, Some(DEFICIENT.len()));
    // It asks for the body once it has begun with the request.
    assert_eq!(check.head().status, 100);
    check.send(&DEFICIENT[..10]);
    server.ask_to_stop();
    assert!(idle.is_hung_up());
    check.send(&DEFICIENT[10..]);
    assert_eq!(check.answer(false).json()["conclusion"], "deficient");
    batch.send_chunk(format!("{DEFICIENT}\n").as_bytes());
    assert!(batch.chunk().is_some());
    batch.send("0\r\n\r\n");
    assert_eq!(batch.chunk(), None);
    let address = server.address;
    server.ended().unwrap();
    assert!(std::net::TcpStream::connect(address).is_err());
}

#[test]
fn what_is_not_finished_in_time_is_known_to_its_caller() {
    let (server, clock) = server_with_clock(|config| {
        config.limits.stop = SILENCE;
        config.limits.arrival = LONG;
    });
    let mut batch = server.connect();
    batch.begin("POST", "/v1/check/batch", &[("Content-Type", "application/x-ndjson")], None);
    batch.send_chunk(format!("{DEFICIENT}\n").as_bytes());
    assert_eq!(batch.head().status, 200);
    assert!(batch.chunk().is_some());
    server.ask_to_stop();
    clock.run();
    // The proper end would be a chunk without bytes.
    assert!(batch.is_hung_up());
    server.ended().unwrap();
}

#[test]
fn a_body_that_is_cut_short_disturbs_nobody() {
    let server = server(|config| config.limits.batches = 32);
    for (path, media_type) in [("/v1/check", "application/json"), ("/v1/check/batch", "application/x-ndjson")] {
        for _ in 0..20 {
            let mut caller = server.connect();
            caller.begin("POST", path, &[("Content-Type", media_type)], Some(1 << 20));
            caller.send(format!("{DEFICIENT}\n").repeat(50));
            caller.hang_up();
        }
    }
    assert_eq!(server.post("/v1/check", DEFICIENT).json()["conclusion"], "deficient");
    assert_eq!(server.post("/v1/check/batch", DEFICIENT).status, 200);
}

#[test]
fn nothing_of_a_plan_is_in_any_answer() {
    let server = server(|_| ());
    let texts: Vec<String> = whole_plans().unwrap().into_iter().map(|plan| plan.text).collect();
    let plan = |text: &str| {
        let mut plan: Value = serde_json::from_str(text).unwrap();
        poison(&mut plan);
        plan
    };
    let mut answers = Vec::new();
    for text in &texts {
        let plan = plan(text);
        let whole = plan.to_string();
        answers.push(server.post("/v1/check?detail=all", &whole));
        answers.push(server.post("/v1/check/batch?detail=all", &whole));
        // In places where no plan belongs.
        for odd in [
            json!({"plan": {}, "options": plan}),
            json!({"plan": {}, "id": plan}),
            json!({"plan": {}, CANARY: plan}),
            json!({"plan": CANARY}),
            json!({"plan": {}, "options": {"phase": CANARY, "profiles": [plan]}}),
            json!({"plan": {}, "options": {"profiles": [plan]}}),
            json!({"plan": {}, "options": {"suppress": [plan]}}),
            json!({"plan": {}, "options": {"only": {"rules": [CANARY]}}}),
            json!({"plan": {}, "options": {"horizon": [CANARY]}}),
            json!({CANARY: {CANARY: CANARY}}),
        ] {
            answers.push(server.post("/v1/check", odd.to_string()));
            answers.push(server.post("/v1/check/batch", odd.to_string()));
        }
        answers.push(server.post("/v1/check", &whole[..whole.len() - 1]));
        answers.push(server.post("/v1/check/batch", &whole[..whole.len() - 1]));
    }
    answers.push(server.get("/metrics"));
    assert!(answers.iter().any(|answer| answer.status == 200) && answers.iter().any(|answer| answer.status == 400));
    for answer in answers {
        let headers: String = answer.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        for text in [answer.text(), &headers] {
            assert!(!text.contains("KANARIEFUGL") && !text.contains("010203"), "{text}");
        }
    }
}

/// Puts the canary into every text.
fn poison(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(' ') => text.push_str(CANARY),
        Value::Array(list) => list.iter_mut().for_each(poison),
        Value::Object(members) => members.values_mut().for_each(poison),
        _ => {}
    }
}

#[test]
fn the_document_of_what_there_is_is_whole_and_true() {
    let server = server(|_| ());
    let document = server.get("/openapi.json").json();
    let mut pointers = Vec::new();
    references(&document, &mut pointers);
    assert!(pointers.len() > 20);
    for pointer in pointers {
        assert!(document.pointer(pointer.trim_start_matches('#')).is_some(), "{pointer}");
    }
    let schema = |name: &str| {
        let mut schema = json!({"$ref": format!("#/components/schemas/{name}")});
        schema["components"] = document["components"].clone();
        jsonschema::draft202012::new(&schema).unwrap()
    };
    let (request, line, problem, report) = (schema("Request"), schema("Line"), schema("Problem"), schema("Report"));
    let (with_needs, needs) = (schema("ReportWithNeeds"), schema("Needs"));
    for plan in whole_plans().unwrap() {
        let Ok(plan) = serde_json::from_str::<Value>(&plan.text) else { continue };
        let envelope = json!({"plan": {}, "options": {"lang": "en", "profiles": ["proces"]}, "id": 1});
        assert!(request.is_valid(&envelope));
        assert!(report.is_valid(&server.post("/v1/check", plan.to_string()).json()));
        let both = server.post("/v1/check?detail=all&needs=true", plan.to_string()).json();
        assert!(with_needs.is_valid(&both) && !report.is_valid(&both) && needs.is_valid(&both["needs"]));
        let answer = server.post("/v1/check/batch", format!("{plan}\n{envelope}\n[]"));
        for answer in answer.text().lines() {
            assert!(line.is_valid(&serde_json::from_str(answer).unwrap()), "{answer}");
        }
    }
    let (rule, rules) = (schema("Rule"), server.get("/v1/rules?profiles=proces").json());
    for entry in rules.as_array().unwrap() {
        assert!(rule.is_valid(entry), "{entry}");
    }
    for (name, path) in [("Coverage", "/v1/coverage?lang=en"), ("ProfileEntry", "/v1/profiles")] {
        let (schema, mut all) = (schema(name), server.get(path).json());
        for entry in all.as_array_mut().unwrap() {
            assert!(schema.is_valid(entry), "{name}: {entry}");
            // It names every member that there is, and says which are always there.
            for key in entry.as_object().unwrap().keys() {
                assert!(document["components"]["schemas"][name]["properties"][key].is_object(), "{name}: {key}");
            }
            entry.as_object_mut().unwrap().remove("rules");
            assert!(!schema.is_valid(entry), "{name}: {entry}");
        }
    }
    let statuses = &document["components"]["schemas"]["Coverage"]["properties"]["status"]["enum"];
    let units = server.get("/v1/coverage").json();
    for status in statuses.as_array().unwrap() {
        assert!(units.as_array().unwrap().iter().any(|unit| unit["status"] == *status), "{status}");
    }
    assert!(!rule.is_valid(&json!({"id": "P3.1.4"})) && !report.is_valid(&json!({"results": []})));
    assert!(!schema("Envelope").is_valid(&json!({"plan": {}, "options": {"fase": "indsats"}})));
    for body in ["[]", "{", r#"{"plan": {}, "options": {"profiles": ["x"]}}"#] {
        assert!(problem.is_valid(&server.post("/v1/check", body).json()));
    }
    assert_eq!(document["components"]["schemas"]["Problem"]["title"], "Problem");
    // Each option says what it is when it is left out, the language as this server was begun.
    let options = &document["components"]["schemas"]["Options"]["properties"];
    assert_eq!(
        (&options["detail"]["default"], &options["language"]["default"], &options["lang"]["default"]),
        (&json!("findings"), &json!(true), &json!("da"))
    );
    let english = self::server(|config| config.lang = Lang::En).get("/openapi.json").json();
    assert_eq!(english["components"]["schemas"]["Options"]["properties"]["lang"]["default"], "en");
    // A suppression without a case is refused, and the schema says so.
    let suppression = json!({"key": "P3.1.4!/x", "reason": "Er kendt", "author": "En leder", "date": "2020-03-02"});
    let suppressing = json!({"plan": {}, "options": {"suppress": [suppression]}});
    assert_eq!(server.post("/v1/check", suppressing.to_string()).json()["reason"], "noCase");
    assert!(!schema("Options").is_valid(&suppressing["options"]));
    for (name, member) in document["components"]["schemas"]["Line"]["properties"].as_object().unwrap() {
        assert!(member["$ref"].is_string() || member["description"].is_string(), "{name}");
    }
    // Every option that is named is one, and none is left out.
    let named: Vec<&str> = document["components"]["schemas"]["Options"]["properties"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let told = server.post("/v1/check", r#"{"plan": {}, "options": {"x": 1}}"#).json();
    let told = told["detail"].as_str().unwrap().trim_start_matches("the options are ").to_owned();
    let mut known: Vec<&str> = told.split(", ").collect();
    known.sort_unstable();
    let mut sorted = named.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, known);
    // Every address that is named is answered.
    for (path, operations) in document["paths"].as_object().unwrap() {
        for method in operations.as_object().unwrap().keys() {
            let path = path.replace("{id}", "P3.1.4");
            let answer = if method == "get" { server.get(&path) } else { server.post(&path, DEFICIENT) };
            assert_eq!(answer.status, 200, "{method} {path}");
            // And none of them takes an option that it does not name.
            let path = format!("{path}?x=1");
            let answer = if method == "get" { server.get(&path) } else { server.post(&path, DEFICIENT) };
            assert_eq!(answer.problem(), (400, "badOptions".to_owned()), "{method} {path}");
        }
    }
}

fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str));
            members.values().for_each(|value| references(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}
