package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.ews.auth.Challenge;
import io.github.crosstie.ews.auth.SignIn;
import io.github.crosstie.ews.internal.soap.TooSlow;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** One request over one client: sent, waited for until the deadline, and its answer's body made readable. */
final class WebExchange {

    private final HttpClient client;
    private final WebRequest request;
    private final WebPolicy policy;
    private final Deadline deadline;

    WebExchange(HttpClient client, WebRequest request, WebPolicy policy, Deadline deadline) {
        this.client = client;
        this.request = request;
        this.policy = policy;
        this.deadline = deadline;
    }

    /**
     * Sends the request; once more if the connection breaks before an answer and the request may be repeated, as when
     * the server closes an idle connection in the very moment.
     *
     * @param authorization the sign-in's header, or null for none
     * @param body what to send: the request's own body, null for a GET, or an empty text where only the sign-in matters
     * @param afterwards run when the answer is closed; not if there is none
     */
    Reply send(@Nullable String authorization, @Nullable String body, Runnable afterwards) {
        HttpResponse<TimedBody> response;
        try {
            response = attempt(authorization, body);
        } catch (UnavailableException e) {
            if (!request.repeatable() || !(e.getCause() instanceof BrokenConnectionException)) {
                throw e;
            }
            response = attempt(authorization, body);
        }
        return new Reply(answer(response, afterwards), certificate(response.sslSession()));
    }

    private HttpResponse<TimedBody> attempt(@Nullable String authorization, @Nullable String body) {
        if (deadline.remaining() == 0) {
            throw new UnavailableException(request + ": the time of " + policy.deadline()
                    + " was over before the request was sent, as where the sign-in takes long; try again later, or"
                    + " allow more time");
        }
        HandedOver content = new HandedOver(HttpRequest.BodyPublishers.ofString(body == null ? "" : body));
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.address()).version(HttpClient.Version.HTTP_1_1);
        request.headers().forEach(builder::setHeader);
        builder.setHeader("User-Agent", policy.userAgent());
        if (authorization != null) {
            builder.setHeader("Authorization", carriable(authorization));
        }
        if (body != null) {
            builder.POST(content);
        }
        boolean asksForSomething = body != null && !body.isEmpty();
        return await(
                client.sendAsync(builder.build(), information -> new TimedBody(deadline)),
                asksForSomething ? content : null);
    }

    /** The client would put a value that it cannot carry, a secret, into its message. */
    private static String carriable(String authorization) {
        if (authorization.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new IllegalArgumentException(
                    "sign-in: it gave a value that no header can carry; have the EwsAuth give printable ASCII");
        }
        return authorization;
    }

    private HttpResponse<TimedBody> await(
            CompletableFuture<HttpResponse<TimedBody>> answering, @Nullable HandedOver content) {
        try {
            return answering.get(deadline.remaining(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp(answering);
            throw TooSlow.mark(lostIf(
                    content,
                    new UnavailableException(
                            request + ": no complete answer within " + policy.deadline()
                                    + "; try again later, or allow more time",
                            e)));
        } catch (InterruptedException e) {
            giveUp(answering);
            Thread.currentThread().interrupt();
            throw lostIf(
                    content,
                    new UnavailableException(
                            request + ": the thread was interrupted while it waited; run the round again", e));
        } catch (ExecutionException e) {
            throw failed(e.getCause() == null ? e : e.getCause(), content);
        }
    }

    private static void giveUp(CompletableFuture<HttpResponse<TimedBody>> answering) {
        if (!answering.cancel(true)) {
            // It came in the very moment.
            CompletableFuture<Void> unused =
                    answering.thenAccept(response -> response.body().abandon());
        }
    }

    private CrosstieException failed(Throwable cause, @Nullable HandedOver content) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new UnavailableException(
                    request + ": no connection; check the address, the proxy and the network", cause);
        }
        if (cause instanceof SSLException) {
            return lostIf(
                    content,
                    new UnavailableException(
                            request + ": no encrypted connection; check that this port speaks https, and the server's"
                                    + " certificate",
                            cause));
        }
        if (cause instanceof IOException) {
            return lostIf(
                    content,
                    new UnavailableException(
                            request + ": the connection broke before an answer came; try again later",
                            new BrokenConnectionException(cause)));
        }
        throw new IllegalStateException(request + ": the HTTP client failed; report this", cause);
    }

    private static CrosstieException lostIf(@Nullable HandedOver content, UnavailableException exception) {
        return content != null && content.happened() ? AnswerLost.mark(exception) : exception;
    }

    private WebAnswer answer(HttpResponse<TimedBody> response, Runnable afterwards) {
        TimedBody wire = response.body();
        InputStream body = response.headers()
                        .firstValue("Content-Encoding")
                        .filter(encoding -> encoding.strip().equalsIgnoreCase("gzip"))
                        .isPresent()
                ? new UnpackedBody(wire)
                : wire;
        return new WebAnswer(
                response.statusCode(),
                response.headers(),
                new BoundedInput(body, policy.largestAnswer()),
                wire,
                afterwards);
    }

    private static @Nullable X509Certificate certificate(Optional<SSLSession> session) {
        try {
            for (Certificate certificate :
                    session.isPresent() ? session.get().getPeerCertificates() : new Certificate[0]) {
                if (certificate instanceof X509Certificate known) {
                    return known;
                }
            }
        } catch (SSLPeerUnverifiedException e) {
            // A cipher suite without certificates: there is nothing to bind a sign-in to.
            return null;
        }
        return null;
    }

    /** An answer, and the certificate of the server that gave it. */
    record Reply(WebAnswer answer, @Nullable X509Certificate certificate) {

        private static final int UNAUTHORIZED = 401;

        boolean isRefusal() {
            return answer.status() == UNAUTHORIZED;
        }

        /** What the sign-in tries next, if anything. Ends the exchange where the sign-in fails. */
        Optional<String> nextOf(SignIn signIn) {
            boolean told = false;
            try {
                Optional<String> next =
                        signIn.next(new Challenge(answer.headers().allValues("WWW-Authenticate"), certificate));
                told = true;
                return next;
            } finally {
                if (!told) {
                    answer.endExchange();
                }
            }
        }
    }
}
