package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.exchange.SchemaJudge.Complaint;
import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Times;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of requests and has them answered. Where the schema is at hand, a request that it does not allow is
 * refused as Exchange refuses it. Thread-safe.
 */
final class Dispatcher {

    private final Organization organization;
    private final Access access;
    private final Subscriptions subscriptions = new Subscriptions();
    private volatile String version = Versions.NEWEST;

    Dispatcher(Organization organization, Access access) {
        this.organization = organization;
        this.access = access;
    }

    void version(String newest) {
        version = newest;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    String version() {
        return version;
    }

    /** The call that an envelope makes. */
    Call call(Tree envelope, String text, @Nullable String authorization, Call.Trouble trouble) throws Refusal {
        String requested = "Exchange2007";
        StoredMailbox impersonated = null;
        Times times = Times.utc();
        for (Tree block : Envelope.header(envelope)) {
            switch (block.name()) {
                case "t:RequestServerVersion" -> requested = block.attribute("Version");
                case "t:ExchangeImpersonation" -> impersonated = access.impersonated(block);
                case "t:TimeZoneContext" -> times = Times.in(block.children().get(0));
                default -> {}
            }
        }
        Versions.check(requested, version);
        Tree body = Envelope.body(envelope);
        checkSchema(text);
        return new Call(
                organization,
                subscriptions,
                body.localName(),
                body,
                impersonated == null ? access.caller(authorization) : impersonated,
                impersonated != null,
                times,
                trouble);
    }

    private static void checkSchema(String text) throws Refusal {
        Optional<SchemaJudge> judge = SchemaJudge.ifPresent();
        List<Complaint> complaints = judge.isEmpty() ? List.of() : judge.get().complaints(text);
        if (!complaints.isEmpty()) {
            throw new Refusal(
                    "ErrorSchemaValidation",
                    "The request failed schema validation: " + complaints.get(0).message(),
                    Map.of("Violation", complaints.get(0).message()));
        }
    }

    /** Answers a call. */
    Tree answer(Call call) throws Refusal {
        return Operations.named(call.operation()).answer(call);
    }
}
