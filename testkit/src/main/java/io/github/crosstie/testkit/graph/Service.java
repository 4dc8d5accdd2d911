package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests: who asks, whose mailbox it is, and which resource is meant. What a test has planned for a request
 * happens to it here. Thread-safe.
 */
final class Service {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Organization organization;
    private final SignIn signIn;
    private final String base;
    private final Map<String, Resource> resources;
    private final Batch batch;
    private final AtomicInteger epoch = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    Service(
            Organization organization,
            SignIn signIn,
            LoopbackSubscriptions subscriptions,
            LoopbackFaults faults,
            RequestLog log,
            String base) {
        this.organization = organization;
        this.signIn = signIn;
        this.base = base;
        resources = Resources.byName(organization, subscriptions);
        batch = new Batch(this, faults, log);
    }

    void expireTokens() {
        epoch.incrementAndGet();
    }

    /**
     * Answers a request and lets happen to it what is planned.
     *
     * @param incoming the request
     * @param fault what is to happen to it; null if nothing is
     * @param number which request of the server it is
     * @return the answer; null if nothing goes back
     */
    @Nullable
    GraphReply reply(Incoming incoming, @Nullable FaultPlan fault, int number) {
        if (fault instanceof FaultPlan.RequestLost) {
            return null;
        }
        if (fault instanceof FaultPlan.Refused refused) {
            return refused(refused.refusal());
        }
        if (fault instanceof FaultPlan.Foreign foreign) {
            return foreign.reply();
        }
        if (fault instanceof FaultPlan.Meanwhile meanwhile) {
            meanwhile.deed().run();
        }
        GraphReply reply = answer(incoming, number);
        if (fault instanceof FaultPlan.AnswerReplaced replaced) {
            return replaced.instead();
        }
        if (fault instanceof FaultPlan.Changed changed && reply != null && reply.json() instanceof ObjectNode body) {
            changed.change().applyTo(body, base + incoming.target());
        }
        if (fault instanceof FaultPlan.Delivered delivered && reply != null) {
            return reply.delivered(delivered.delivery());
        }
        return fault instanceof FaultPlan.AnswerLost ? null : reply;
    }

    private @Nullable GraphReply answer(Incoming incoming, int number) {
        try {
            String authorization = incoming.header("Authorization");
            signIn.check(authorization);
            Address address = incoming.address();
            JsonNode body = body(incoming.body());
            if (address.path().size() == 1 && address.path().get(0).equals("$batch")) {
                return batch.answer(incoming, body, number);
            }
            organization.lock.lock();
            try {
                return answer(incoming, address, body, authorization);
            } finally {
                organization.changed.signalAll();
                organization.lock.unlock();
            }
        } catch (Refusal refusal) {
            return refused(GraphRefusal.of(refusal));
        } catch (GraphRefusal refusal) {
            return refused(refusal);
        }
    }

    private GraphReply answer(Incoming incoming, Address address, JsonNode body, @Nullable String authorization)
            throws GraphRefusal, Refusal {
        List<String> path = address.path();
        int skipped = address.mailboxSegments();
        if (path.size() < Math.max(1, skipped)) {
            throw GraphRefusal.noSuchPath("");
        }
        StoredMailbox mailbox = skipped == 2 ? signIn.mailbox(authorization, path.get(1)) : signIn.own(authorization);
        String root = base + "/users('" + URLEncoder.encode(mailbox.address, StandardCharsets.UTF_8) + "')";
        List<String> below = path.subList(skipped, path.size());
        GraphRequest request = new GraphRequest(
                incoming.method(),
                root,
                Address.below(root, below),
                below,
                address.query(),
                incoming.header("If-Match"),
                Prefer.read(incoming.headers().get("Prefer")),
                body,
                mailbox,
                epoch.get());
        String name = request.segment(0).toLowerCase(Locale.ROOT);
        Resource resource = resources.get(skipped == 0 ? "/" + name : name);
        if (resource == null) {
            throw GraphRefusal.noSuchPath(request.segment(0));
        }
        return resource.answer(request).with(request.prefer().applied());
    }

    private static JsonNode body(String text) throws GraphRefusal {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw GraphRefusal.unreadable("Unable to read JSON request payload. Please ensure Content-Type header is "
                    + "set and payload is of valid JSON format.");
        }
    }

    /** What a refused request is answered. */
    GraphReply refused(GraphRefusal refusal) {
        String moment = now().truncatedTo(ChronoUnit.SECONDS).toString();
        return GraphReply.refused(refusal, moment.substring(0, moment.length() - 1), requestId());
    }

    Instant now() {
        return organization.clock.instant();
    }

    /** An id that no other request has. */
    String requestId() {
        return String.format(Locale.ROOT, "10000000-0000-4000-8000-%012d", requests.incrementAndGet());
    }
}
