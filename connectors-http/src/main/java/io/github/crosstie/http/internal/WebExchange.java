package io.github.crosstie.http.internal;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/** One request over one client: sent, and waited for until its answer is whole or the deadline has passed. */
public final class WebExchange {

    private final HttpClient client;
    private final WebRequest request;
    private final ExchangePolicy policy;
    private final Deadline deadline;

    private WebExchange(HttpClient client, WebRequest request, ExchangePolicy policy, Deadline deadline) {
        this.client = client;
        this.request = request;
        this.policy = policy;
        this.deadline = deadline;
    }

    /**
     * Sends a request and waits for its whole answer.
     *
     * @param client the host's, see {@link HostClient#usable}
     * @param request the request
     * @param policy how long it may take, and how large the answer may be
     * @return the answer, of any status
     * @throws UnavailableException if there is no connection, or no complete answer in time; with the mark {@link AnswerLost} if the
     *     request may have been carried out
     * @throws ContractBrokenException if the answer is too large; with that mark as well
     */
    public static WebResponse send(HttpClient client, WebRequest request, ExchangePolicy policy) {
        return send(client, request, policy, Deadline.after(policy.deadline()));
    }

    /**
     * Sends a request as {@link #send(HttpClient, WebRequest, ExchangePolicy)} does, as part of an exchange that has begun before, such
     * as by a sign-in.
     *
     * @param client the host's, see {@link HostClient#usable}
     * @param request the request
     * @param policy how large the answer may be
     * @param deadline when the exchange must be over; nothing is sent after it
     * @return the answer, of any status
     * @throws UnavailableException as there
     * @throws ContractBrokenException as there
     */
    public static WebResponse send(HttpClient client, WebRequest request, ExchangePolicy policy, Deadline deadline) {
        if (Thread.currentThread().isInterrupted()) {
            throw new UnavailableException(
                    request + ": the thread was interrupted before anything was sent; run the round again");
        }
        if (deadline.remaining() == 0) {
            throw new UnavailableException(request + ": the time of " + deadline.length()
                    + " was over before the request was sent, as where the sign-in takes long; try again later, or"
                    + " allow more time");
        }
        return new WebExchange(client, request, policy, deadline).send();
    }

    private WebResponse send() {
        String body = request.body();
        HandedOver content = new HandedOver(body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.address());
        request.headers().forEach(builder::setHeader);
        builder.setHeader("Accept-Encoding", "gzip")
                .setHeader("User-Agent", policy.userAgent())
                .method(request.verb(), content);
        HttpResponse<byte[]> response = await(sending(builder.build(), content), content);
        boolean packed = response.headers()
                .firstValue("Content-Encoding")
                .filter(encoding -> encoding.strip().equalsIgnoreCase("gzip"))
                .isPresent();
        return new WebResponse(
                response.statusCode(), response.headers(), packed ? unpacked(response.body()) : response.body());
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
                            request + ": no complete answer within " + deadline.length()
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
        if (cause instanceof IllegalArgumentException) {
            // The client throws what its parsers throw, such as for a length that is no number.
            return lostIf(
                    content,
                    new UnavailableException(
                            request + ": the answer is not HTTP; try again later, or check what stands in between",
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
}
