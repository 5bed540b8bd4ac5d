//! Signed heads by mail, taken by a relay that speaks SMTP.

use std::fs;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::hall::{Ended, Hall};

/// A relay that takes mail, or sends it away at once.
struct Relay {
    port: u16,
    taken: Arc<Mutex<Vec<Mail>>>,
}

/// What the relay took.
#[derive(Clone, Debug, Default)]
struct Mail {
    from: String,
    to: Vec<String>,
    text: String,
}

impl Relay {
    async fn start(takes: bool) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken = Arc::<Mutex<Vec<Mail>>>::default();
        let kept = Arc::clone(&taken);
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                if let Some(mail) = talk(stream, takes).await {
                    kept.lock().unwrap().push(mail);
                }
            }
        });
        Self { port, taken }
    }

    fn taken(&self) -> Vec<Mail> {
        self.taken.lock().unwrap().clone()
    }
}

/// One conversation by RFC 5321.
async fn talk(stream: TcpStream, takes: bool) -> Option<Mail> {
    let mut stream = BufReader::new(stream);
    let mut mail = Mail::default();
    say(&mut stream, "220 relay").await;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await.unwrap();
        let verb = line.get(..4).unwrap_or_default().to_uppercase();
        match verb.as_str() {
            "EHLO" => say(&mut stream, "250 relay").await,
            "MAIL" if !takes => say(&mut stream, "451 not now").await,
            "MAIL" => {
                mail.from = address(&line);
                say(&mut stream, "250 ok").await;
            }
            "RCPT" => {
                mail.to.push(address(&line));
                say(&mut stream, "250 ok").await;
            }
            "DATA" => {
                say(&mut stream, "354 go on").await;
                loop {
                    let mut line = String::new();
                    stream.read_line(&mut line).await.unwrap();
                    if line == ".\r\n" {
                        break;
                    }
                    mail.text += &line;
                }
                say(&mut stream, "250 taken").await;
            }
            _ => {
                say(&mut stream, "221 bye").await;
                return (!mail.text.is_empty()).then_some(mail);
            }
        }
    }
}

async fn say(stream: &mut BufReader<TcpStream>, words: &str) {
    // Whoever was sent away may be gone already.
    let _ = stream.write_all(format!("{words}\r\n").as_bytes()).await;
}

fn address(line: &str) -> String {
    let (_, rest) = line.split_once('<').unwrap();
    rest.split_once('>').unwrap().0.to_owned()
}

/// Has the nightly job mail heads by a relay on that port.
fn mails_by(hall: &Hall, port: u16) {
    let path = hall.path("yakusho.toml");
    let config = fs::read_to_string(&path).unwrap();
    let config = config.split("mail = ").next().unwrap();
    let mail = "mail = 'supervisor@city.example, safe@city.example'\n[mail]\ntls = 'none'\n";
    let relay = format!("from = 'yakusho@city.example'\nrelay = '127.0.0.1:{port}'\n");
    fs::write(&path, format!("{config}{mail}{relay}")).unwrap();
}

/// Runs the program, while the relay goes on.
async fn night(hall: &Arc<Hall>) -> Ended {
    let hall = Arc::clone(hall);
    tokio::task::spawn_blocking(move || hall.run(["job", "audit"]))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_night_whose_mail_fails_says_so_and_the_next_sends_both_heads() {
    for hall in [Hall::sqlite(), Hall::postgres("mail").await] {
        let hall = Arc::new(hall);
        hall.found();
        let sends_away = Relay::start(false).await;
        mails_by(&hall, sends_away.port);
        let failed = night(&hall).await;
        assert_eq!(failed.code, 1, "{failed:?}");
        assert!(
            failed
                .said
                .contains("did not take the mail with 1 signed heads"),
            "{failed:?}"
        );
        // The other way was gone.
        let kept = fs::read_dir(hall.path("heads"))
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        let kept = fs::read_to_string(kept.path()).unwrap();
        assert_eq!(kept.lines().count(), 1);
        assert!(sends_away.taken().is_empty());

        let relay = Relay::start(true).await;
        mails_by(&hall, relay.port);
        night(&hall).await.done();
        let [mail] = &relay.taken()[..] else {
            panic!("{:?}", relay.taken());
        };
        assert_eq!(mail.from, "yakusho@city.example");
        assert_eq!(mail.to, ["supervisor@city.example", "safe@city.example"]);
        let kept = fs::read_dir(hall.path("heads"))
            .unwrap()
            .next()
            .unwrap()
            .unwrap();
        let kept = fs::read_to_string(kept.path()).unwrap();
        let body = decoded(&mail.text);
        for head in kept.lines() {
            assert!(body.contains(head), "{head} is not in {body}");
        }
        assert_eq!(kept.lines().count(), 2);

        night(&hall).await.done();
        assert_eq!(relay.taken().len(), 2);
        let last = decoded(&relay.taken()[1].text);
        assert!(
            kept.lines().all(|head| !last.contains(head)),
            "sent once: {last}"
        );
    }
}

/// The body of a mail, whose lines are folded or in base64.
fn decoded(text: &str) -> String {
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    if head.to_lowercase().contains("base64") {
        let body: String = body.split_whitespace().collect();
        let bytes = data_encoding::BASE64.decode(body.as_bytes()).unwrap();
        String::from_utf8(bytes).unwrap()
    } else {
        body.replace("=\r\n", "").replace("=3D", "=")
    }
}

#[tokio::test]
async fn an_unreachable_relay_and_settings_that_do_not_fit_are_named() {
    let hall = Arc::new(Hall::sqlite());
    hall.found();
    let gone = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = gone.local_addr().unwrap().port();
    drop(gone);
    mails_by(&hall, port);
    let failed = night(&hall).await;
    assert_eq!(failed.code, 1);
    assert!(
        failed.said.contains(&format!("the relay 127.0.0.1:{port}")),
        "{failed:?}"
    );
    let head = hall.run(["audit", "head"]);
    assert_eq!(head.code, 1, "{head:?}");
    assert!(!head.said.is_empty(), "the head is printed all the same");

    let path = hall.path("yakusho.toml");
    let config = fs::read_to_string(&path).unwrap();
    let config = config
        .replace("safe@city.example", "safe")
        .replace("'none'", "'tls'");
    fs::write(&path, config).unwrap();
    let told = hall.run(["audit", "key"]);
    assert_eq!(told.code, 2);
    for wrong in [
        "audit.mail: \"safe\" is not a mail address",
        "mail.authority",
    ] {
        assert!(told.complained.contains(wrong), "{told:?}");
    }
}
