package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.xml.stream.XMLStreamException;

/** Sends requests as text and reads the answers. */
final class Soap {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI url;
    private String version = "Exchange2013_SP1";
    private String blocks = "";

    Soap(URI url) {
        this.url = url;
    }

    Soap version(String requested) {
        version = requested;
        return this;
    }

    /** Adds header blocks. */
    Soap blocks(String xml) {
        blocks = xml;
        return this;
    }

    /** The body's child of the answer. */
    Tree send(String body) {
        try {
            Tree envelope = TreeReader.read(post(body).body());
            return envelope.in("soap:Body").get(0);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the answer is no XML", e);
        }
    }

    /** The first response message of the answer. */
    Tree message(String body) {
        return send(body).in("m:ResponseMessages").get(0);
    }

    /** The code of the first response message, or of the fault. */
    String code(String body) {
        Tree answer = send(body);
        if (answer.name().equals("soap:Fault")) {
            return answer.in("{}detail").get(0).text();
        }
        return answer.in("m:ResponseMessages").get(0).textOf("m:ResponseCode");
    }

    HttpResponse<String> post(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(envelope(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new BrokenAnswer(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    String envelope(String body) {
        return """
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"
                    xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"
                    xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">
                  <soap:Header><t:RequestServerVersion Version="%s"/>%s</soap:Header>
                  <soap:Body>%s</soap:Body>
                </soap:Envelope>""".formatted(version, blocks, body);
    }

    /** No answer came, or half of one. */
    static final class BrokenAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenAnswer(IOException cause) {
            super(cause);
        }
    }
}
