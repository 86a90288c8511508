use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

const KEYS: &str = r#"{"keys":[]}"#;

/// An issuer on this machine that answers with these documents, one connection after the other, and how often it was
/// asked.
async fn issuer(documents: fn(&str) -> Vec<(&'static str, String)>) -> (String, Arc<Mutex<usize>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(0));
    let (documents, count) = (documents(&url), Arc::clone(&asked));
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut head = [0; 4096];
            let read = stream.read(&mut head).await.unwrap();
            let head = String::from_utf8_lossy(&head[..read]).into_owned();
            let path = head.split(' ').nth(1).unwrap_or_default();
            let found = documents.iter().find(|(known, _)| *known == path);
            let (status, body) = found.map_or(("404 Not Found", ""), |(_, body)| ("200 OK", body));
            *count.lock().unwrap() += 1;
            let answer = format!(
                "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    (url, asked)
}

fn documents(url: &str) -> Vec<(&'static str, String)> {
    let configuration = format!(r#"{{"issuer":"{url}","jwks_uri":"{url}/keys"}}"#);
    vec![(discovery::CONFIGURATION, configuration), ("/keys", KEYS.to_owned())]
}

fn settings() -> WebIdentity {
    WebIdentity { local_issuers: true, timeout: Duration::from_secs(20), ..WebIdentity::default() }
}

async fn keys(
    issuers: &Issuers,
    url: &str,
    freshness: Freshness,
    second: i64,
) -> Result<Arc<str>, KeysError> {
    issuers.keys(url, freshness, Timestamp::from_seconds(second), &settings()).await
}

#[tokio::test]
async fn keys_are_found_and_remembered_and_renewed_now_and_then() {
    let (url, asked) = issuer(documents).await;
    let issuers = Issuers::default();
    for (freshness, second, times) in [
        (Freshness::Remembered, 0, 2),
        (Freshness::Remembered, 3599, 2),
        (Freshness::Renewed, 9, 2),
        (Freshness::Renewed, 10, 4),
        (Freshness::Remembered, 3611, 6),
    ] {
        assert_eq!(&*keys(&issuers, &url, freshness, second).await.unwrap(), KEYS);
        assert_eq!(*asked.lock().unwrap(), times, "{freshness:?} {second}");
    }
}

#[tokio::test]
async fn documents_of_somebody_else_are_refused() {
    fn of_another(url: &str) -> Vec<(&'static str, String)> {
        let configuration = format!(r#"{{"issuer":"https://other.example","jwks_uri":"{url}/keys"}}"#);
        vec![(discovery::CONFIGURATION, configuration), ("/keys", KEYS.to_owned())]
    }
    fn without_keys(url: &str) -> Vec<(&'static str, String)> {
        let configuration = format!(r#"{{"issuer":"{url}","jwks_uri":"{url}/keys"}}"#);
        vec![(discovery::CONFIGURATION, configuration), ("/keys", "[]".to_owned())]
    }
    fn large(_: &str) -> Vec<(&'static str, String)> {
        vec![(discovery::CONFIGURATION, " ".repeat(300 << 10))]
    }
    for documents in [of_another, without_keys, large] {
        let (url, _) = issuer(documents).await;
        let error = keys(&Issuers::default(), &url, Freshness::Remembered, 0).await.unwrap_err();
        assert!(matches!(error, KeysError::Invalid(_)), "{error}");
    }
    let (url, _) = issuer(|_| Vec::new()).await;
    let error = keys(&Issuers::default(), &url, Freshness::Remembered, 0).await.unwrap_err();
    assert!(matches!(error, KeysError::Unreachable(_)), "{error}");
}

#[tokio::test]
async fn this_machine_is_called_only_if_the_configuration_says_so() {
    let (url, asked) = issuer(documents).await;
    let strict = WebIdentity { local_issuers: false, ..settings() };
    for url in [url.clone(), url.replace("http:", "https:"), url.replace("http:", "file:")] {
        let answer =
            Issuers::default().keys(&url, Freshness::Remembered, Timestamp::default(), &strict).await;
        answer.unwrap_err();
    }
    assert_eq!(*asked.lock().unwrap(), 0);

    // An issuer whose documents were said to be here is asked here, though its own URL leads elsewhere.
    let issuers = Issuers::default();
    let name = "https://issuer.example";
    issuers.give(name.to_owned(), Some(Given::At(url))).unwrap();
    let answer = issuers.keys(name, Freshness::Remembered, Timestamp::default(), &strict).await;
    assert!(matches!(answer, Err(KeysError::Invalid(_))), "{answer:?}");
    issuers.give(name.to_owned(), Some(Given::Keys(KEYS.into()))).unwrap();
    let answer = issuers.keys(name, Freshness::Remembered, Timestamp::default(), &strict).await;
    assert_eq!(&*answer.unwrap(), KEYS);
    issuers.give(name.to_owned(), None).unwrap();
    assert!(issuers.given().is_empty());
}
