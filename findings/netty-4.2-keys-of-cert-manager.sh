#!/usr/bin/env bash
# netty 4.2.20 (below lettuce 7.7), private keys in PEM as cert-manager writes them, needs bash, Java 17, Maven and openssl.
#
# Guess (worded after a first run; the one before it, that Bouncy Castle would change nothing, was wrong): netty reads PKCS#8 and not the older forms (PKCS#1 of RSA, SEC 1 of elliptic curves), and its error names the form that it
# wants, since the header of the block says which one it got.
# Seen: it reads PKCS#8 only, and the error names no form: "Input stream does not contain valid private key.", caused by "Neither
# RSA, DSA nor EC worked". It looks as if the kind of the key were wrong. With Bouncy Castle on the class path the same files are
# read, so a program may work until a dependency goes.
# What it means for this project: cert-manager writes the older forms unless a Certificate asks for PKCS8, and lettuce reads its key
# through netty. The key of a client is published in PKCS#8, in whichever form it was given.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
openssl genrsa -traditional -out pkcs1 2048 2>/dev/null
openssl ecparam -name prime256v1 -genkey -noout -out sec1
openssl pkcs8 -topk8 -nocrypt -in sec1 -out pkcs8
openssl req -x509 -key sec1 -subj /CN=x -out ec.crt
openssl req -x509 -key pkcs1 -subj /CN=x -out rsa.crt
cat >Read.java <<'X'
import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;

class Read {
    public static void main(String[] arguments) {
        for (String key : new String[] {"pkcs8", "pkcs1", "sec1"}) {
            String seen = "read";
            try {
                SslContextBuilder.forClient().keyManager(new File(key.equals("pkcs1") ? "rsa.crt" : "ec.crt"), new File(key));
            } catch (IllegalArgumentException refused) {
                seen = String.valueOf(refused.getCause().getMessage());
            }
            System.out.println(key + ": " + seen);
        }
    }
}
X
libraries() {
  printf '<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>' >pom.xml
  printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>' "${@:2}" >>pom.xml
  printf '</dependencies></project>' >>pom.xml
  mvn -q -B -ntp dependency:copy-dependencies "-DoutputDirectory=$1" >/dev/null
}
libraries alone io.netty netty-handler 4.2.20.Final
libraries beside io.netty netty-handler 4.2.20.Final org.bouncycastle bcpkix-jdk18on 1.86
alone=$(java -cp "alone/*" Read.java 2>/dev/null)
beside=$(java -cp "beside/*" Read.java 2>/dev/null)
printf 'netty alone\n%s\nwith Bouncy Castle\n%s\n' "$alone" "$beside"
has() { grep -q "$2" <<<"$1" || { echo "$3" >&2; exit 1; }; }
has "$alone" '^pkcs8: read$' "PKCS#8 is not read now"
has "$alone" '^pkcs1: Neither RSA, DSA nor EC worked$' "PKCS#1 is read otherwise now"
has "$alone" '^sec1: Neither RSA, DSA nor EC worked$' "SEC 1 is read otherwise now"
has "$beside" '^pkcs1: read$' "with Bouncy Castle PKCS#1 is read otherwise now"
has "$beside" '^sec1: read$' "with Bouncy Castle SEC 1 is read otherwise now"
echo "as seen"
