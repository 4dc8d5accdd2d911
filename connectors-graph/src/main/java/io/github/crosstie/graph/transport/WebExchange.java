package io.github.crosstie.graph.transport;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.wire.AnswerLost;
import io.github.crosstie.graph.wire.BrokenConnectionException;
import io.github.crosstie.graph.wire.GraphPolicy;
import io.github.crosstie.graph.wire.GraphRequest;
import io.github.crosstie.graph.wire.GraphResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/** One request over one client: sent, and waited for until its answer is whole or the deadline has passed. */
final class WebExchange {

    private final HttpClient client;
    private final GraphRequest request;
    private final GraphPolicy policy;
    private final String userAgent;
    private final Deadline deadline;

    WebExchange(HttpClient client, GraphRequest request, GraphPolicy policy, String userAgent) {
        this.client = client;
        this.request = request;
        this.policy = policy;
        this.userAgent = userAgent;
        this.deadline = Deadline.after(policy.deadline());
    }

    /**
     * An answer.
     *
     * @param response the answer, unpacked
     * @param challenges how the server wants to be signed in to, where it refused the token
     */
    record Reply(GraphResponse response, List<String> challenges) {}

    /** When the whole exchange must be over. */
    Deadline deadline() {
        return deadline;
    }

    Reply send(String token) {
        if (deadline.remaining() == 0) {
            throw new UnavailableException(request + ": the time of " + policy.deadline()
                    + " was over before the request was sent, as where the sign-in takes long; try again later, or"
                    + " allow more time");
        }
        String body = request.body();
        HandedOver content = new HandedOver(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.address());
        request.headers().forEach(builder::setHeader);
        builder.setHeader("Accept-Encoding", "gzip")
                .setHeader("User-Agent", userAgent)
                .setHeader("Authorization", "Bearer " + token)
                .method(request.verb().name(), content);
        HttpResponse<byte[]> response = await(sending(builder.build(), content), content);
        return new Reply(whole(response), response.headers().allValues("WWW-Authenticate"));
    }

    private CompletableFuture<HttpResponse<byte[]>> sending(HttpRequest sent, HandedOver content) {
        try {
            return client.sendAsync(sent, information -> new BoundedBody(policy.largestAnswer()));
        } catch (RejectedExecutionException e) {
            throw shutDown(e, content);
        }
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answering, HandedOver content) {
        try {
            return answering.get(deadline.remaining(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answering.cancel(true);
            throw lostIf(
                    content,
                    new UnavailableException(
                            request + ": no complete answer within " + policy.deadline()
                                    + "; try again later, or allow more time",
                            e));
        } catch (InterruptedException e) {
            answering.cancel(true);
            Thread.currentThread().interrupt();
            throw lostIf(
                    content,
                    new UnavailableException(
                            request + ": the thread was interrupted while it waited; run the round again", e));
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause(), content);
        }
    }

    private CrosstieException failed(Throwable cause, HandedOver content) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new UnavailableException(
                    request + ": no connection; check the address, the proxy and the network", cause);
        }
        if (isBehind(TooLargeException.class, cause)) {
            return tooLarge(cause);
        }
        if (isBehind(RejectedExecutionException.class, cause)) {
            return shutDown(cause, content);
        }
        if (cause instanceof SSLException) {
            return lostIf(
                    content,
                    new UnavailableException(
                            request + ": no encrypted connection; check the server's certificate", cause));
        }
        if (cause instanceof IOException) {
            return lostIf(
                    content,
                    new UnavailableException(
                            request + ": the connection broke before the answer was complete; try again later",
                            new BrokenConnectionException(cause)));
        }
        throw new IllegalStateException(request + ": the HTTP client failed; report this", cause);
    }

    private CrosstieException shutDown(Throwable cause, HandedOver content) {
        return lostIf(
                content,
                new UnavailableException(
                        request + ": the host's executor takes no more work, as while it shuts down; run the round"
                                + " again",
                        cause));
    }

    private static boolean isBehind(Class<? extends Throwable> kind, Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    private CrosstieException lostIf(HandedOver content, UnavailableException exception) {
        // A client need not ask for a body that is empty.
        boolean sent = content.contentLength() == 0 || content.happened();
        return sent ? lost(exception) : exception;
    }

    /** Nothing is lost where nothing was to be changed. */
    private CrosstieException lost(CrosstieException exception) {
        return request.isReading() ? exception : AnswerLost.mark(exception);
    }

    private CrosstieException tooLarge(Throwable cause) {
        return lost(new ContractBrokenException(
                request + ": the answer is larger than " + policy.largestAnswer()
                        + " bytes; ask for less at a time, or allow larger answers",
                cause));
    }

    private GraphResponse whole(HttpResponse<byte[]> response) {
        boolean packed = response.headers()
                .firstValue("Content-Encoding")
                .filter(encoding -> encoding.strip().equalsIgnoreCase("gzip"))
                .isPresent();
        return GraphResponse.of(
                response.statusCode(),
                firstValues(response.headers()),
                packed ? unpacked(response.body()) : response.body());
    }

    private byte[] unpacked(byte[] packed) {
        if (packed.length == 0) {
            return packed;
        }
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] content = unpacking.readNBytes(policy.largestAnswer());
            if (unpacking.read() >= 0) {
                throw tooLarge(new TooLargeException(policy.largestAnswer()));
            }
            return content;
        } catch (IOException e) {
            throw lost(new UnavailableException(
                    request + ": the answer could not be unpacked; try again later", new BrokenConnectionException(e)));
        }
    }

    private static Map<String, String> firstValues(HttpHeaders headers) {
        Map<String, String> first = new HashMap<>();
        headers.map().forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }
}
