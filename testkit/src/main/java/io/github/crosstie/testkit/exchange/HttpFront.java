package io.github.crosstie.testkit.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Takes requests over HTTP and lets happen to them what a test has planned. Thread-safe. */
final class HttpFront implements HttpHandler {

    static final String PATH = "/EWS/Exchange.asmx";

    private final Organization organization;
    private final Dispatcher dispatcher;
    private final Access access;
    private final LoopbackFaults faults;
    private final RequestLog log;
    private final HttpReply.Cookies cookies = new HttpReply.Cookies();

    HttpFront(Organization organization, Dispatcher dispatcher, Access access, LoopbackFaults faults, RequestLog log) {
        this.organization = organization;
        this.dispatcher = dispatcher;
        this.access = access;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Tree envelope = envelope(text);
            String operation = operation(envelope);
            Instant now = organization.clock.instant();
            int number = log.begin(now, operation, exchange.getRequestHeaders(), text);
            boolean ended = false;
            try {
                faults.awaitRelease();
                FaultPlan fault = faults.take(operation, mailbox(exchange), now);
                HttpReply reply = reply(exchange, envelope, text, fault);
                if (reply != null) {
                    log.answered(number, reply.status(), reply.body());
                }
                log.end(); // before the answer goes out: its receiver may call again at once
                ended = true;
                boolean streams = operation.equals(GetStreamingEvents.NAME)
                        && (fault == null || fault instanceof FaultPlan.Meanwhile);
                if (reply != null && reply.status() == 200 && streams) {
                    stream(exchange, envelope, text, number);
                } else if (reply != null) {
                    reply.send(exchange, fault, faults);
                }
            } finally {
                if (!ended) {
                    log.end();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange, @Nullable Tree envelope, String text, int number)
            throws IOException, InterruptedException {
        try {
            if (envelope != null) {
                String authorization = exchange.getRequestHeaders().getFirst("Authorization");
                Call call = call(envelope, text, authorization);
                new GetStreamingEvents()
                        .stream(exchange, call, dispatcher.version(), sent -> log.answered(number, 200, sent));
            }
        } catch (Refusal changed) {
            throw new IllegalStateException("a request was good a moment ago and is not any more", changed);
        }
    }

    private Call call(Tree envelope, String text, @Nullable String authorization) throws Refusal {
        organization.lock.lock();
        try {
            return dispatcher.call(envelope, text, authorization, Call.Trouble.NONE);
        } finally {
            organization.lock.unlock();
        }
    }

    private static @Nullable Tree envelope(String text) {
        try {
            return TreeReader.read(text);
        } catch (XMLStreamException noXml) {
            return null;
        }
    }

    /** The mailbox that a request says that it is about; empty if it does not say. */
    private static String mailbox(HttpExchange exchange) {
        String anchor = exchange.getRequestHeaders().getFirst("X-AnchorMailbox");
        return anchor == null ? "" : anchor.toLowerCase(Locale.ROOT);
    }

    private static String operation(@Nullable Tree envelope) {
        if (envelope == null) {
            return "";
        }
        return envelope.in("soap:Body").stream()
                .map(Tree::localName)
                .findFirst()
                .orElse("");
    }

    /** What goes back; null if nothing does. */
    private @Nullable HttpReply reply(
            HttpExchange exchange, @Nullable Tree envelope, String text, @Nullable FaultPlan fault) {
        if (fault instanceof FaultPlan.RequestLost) {
            return null;
        }
        if (fault instanceof FaultPlan.Meanwhile meanwhile) {
            meanwhile.deed().run();
        }
        if (fault instanceof FaultPlan.Foreign foreign) {
            return reply(foreign);
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!access.admits(authorization)) {
            return HttpReply.unauthorized(access.challenge());
        }
        if (!exchange.getRequestURI().getPath().equalsIgnoreCase(PATH)) {
            return HttpReply.text(404, "There is nothing here.");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return HttpReply.text(405, "Use POST.");
        }
        if (envelope == null) {
            return HttpReply.text(400, "Bad Request");
        }
        HttpReply answer = answer(envelope, text, authorization, fault);
        if (fault instanceof FaultPlan.AnswerReplaced replaced) {
            return reply(replaced.instead());
        }
        return fault instanceof FaultPlan.AnswerLost ? null : answer.with(cookies.of(exchange.getRequestHeaders()));
    }

    private static HttpReply reply(FaultPlan.Foreign foreign) {
        return new HttpReply(foreign.status(), foreign.contentType(), foreign.body(), foreign.headers());
    }

    private HttpReply answer(Tree envelope, String text, @Nullable String authorization, @Nullable FaultPlan fault) {
        organization.lock.lock();
        try {
            if (fault instanceof FaultPlan.SoapFault soap) {
                throw new Refusal(soap.code(), soap.text(), soap.values());
            }
            Call call = dispatcher.call(envelope, text, authorization, trouble(fault));
            Tree answer = dispatcher.answer(call);
            if (fault instanceof FaultPlan.ForbiddenCharacters) {
                answer = Garnish.withForbiddenCharacters(answer);
            } else if (fault instanceof FaultPlan.UnknownElements) {
                answer = Garnish.withUnknownElements(answer);
            }
            return HttpReply.soap(200, Envelope.around(answer, dispatcher.version()));
        } catch (Refusal refusal) {
            return HttpReply.soap(500, Envelope.around(Envelope.fault(refusal), dispatcher.version()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            // Without the schema nobody has looked at the request before.
            Refusal refusal = new Refusal("ErrorInvalidRequest", "The request is invalid: " + unreadable.getMessage());
            return HttpReply.soap(500, Envelope.around(Envelope.fault(refusal), dispatcher.version()));
        } finally {
            organization.changed.signalAll();
            organization.lock.unlock();
        }
    }

    private static Call.Trouble trouble(@Nullable FaultPlan fault) {
        if (!(fault instanceof FaultPlan.PartRefused refused)) {
            return Call.Trouble.NONE;
        }
        return part -> {
            if (refused.part() < 0 || refused.part() == part) {
                throw new Refusal(refused.code(), refused.text(), Map.copyOf(refused.values()));
            }
        };
    }
}
