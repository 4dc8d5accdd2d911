package io.github.crosstie.http.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.crosstie.fault.CrosstieException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Requests and answers for these tests. */
final class Exchanges {

    static final String SECRET = "s3cr3t";
    static final String PRIVATE = "ada@acme.example";
    static final ExchangePolicy IMPATIENT = ExchangePolicy.DEFAULT.within(Duration.ofSeconds(1));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Exchanges() {}

    static WebRequest read(URI address) {
        return new WebRequest("read of a page", "GET", address, Map.of("Authorization", SECRET), null, true);
    }

    static WebRequest write(URI address) {
        return new WebRequest("creation of a record", "POST", address, Map.of("Authorization", SECRET), PRIVATE, false);
    }

    static WebRequest delete(URI address) {
        return new WebRequest("deletion of a record", "DELETE", address, Map.of("Authorization", SECRET), null, false);
    }

    static WebResponse send(WebRequest request) {
        return WebExchange.send(CLIENT, request, ExchangePolicy.DEFAULT);
    }

    static WebResponse send(WebRequest request, ExchangePolicy policy) {
        return WebExchange.send(CLIENT, request, policy);
    }

    static CrosstieException trouble(WebRequest request, ExchangePolicy policy) {
        return catchThrowableOfType(CrosstieException.class, () -> WebExchange.send(CLIENT, request, policy));
    }

    static CrosstieException trouble(WebRequest request) {
        return trouble(request, ExchangePolicy.DEFAULT);
    }

    static ExchangePolicy atMost(int bytes) {
        return new ExchangePolicy(Duration.ofSeconds(20), bytes, "Crosstie");
    }

    /** A whole answer of status 200. */
    static byte[] answer(String headers, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n"));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
