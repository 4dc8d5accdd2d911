package io.github.crosstie.graph;

import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.graph.internal.operation.Etag;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphTrouble;
import io.github.crosstie.graph.internal.wire.TroubleKind;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.Objects;

/** What the server says of one item, in the words of the engine. */
final class Outcomes {

    /** Ids that the server never gave out, or gave out in another mailbox: no record has such an id. */
    private static final String NO_ID = "ErrorInvalidId";

    private static final String FOLDER_GONE = "FOLDER_GONE";

    private Outcomes() {}

    static WriteOutcome of(Write write, GraphAnswer answer) {
        if (answer.succeeded()) {
            return written(write, answer);
        }
        GraphTrouble trouble = answer.trouble().orElseThrow();
        return write instanceof Write.Create ? ofCreation(trouble) : ofChange(trouble);
    }

    private static WriteOutcome written(Write write, GraphAnswer answer) {
        if (write instanceof Write.Delete deletion) {
            return new WriteOutcome.Written(deletion.id(), deletion.expectedVersion());
        }
        if (!answer.body().hasNonNull("@odata.etag")) {
            return new WriteOutcome.Unknown("the server does not tell the version that it wrote");
        }
        ItemVersion version = new ItemVersion(Etag.version(answer, answer.body()));
        return write instanceof Write.Update update
                ? new WriteOutcome.Written(update.id(), version)
                : new WriteOutcome.Written(new ItemId(answer.body().path("id").asText()), version);
    }

    private static WriteOutcome ofCreation(GraphTrouble trouble) {
        return switch (trouble.kind()) {
            case CONFLICT -> new WriteOutcome.Unknown("the server has seen this creation before");
            case GONE ->
                new WriteOutcome.Rejected(
                        FOLDER_GONE, "the folder to create it in is not there any more; sync again", false);
            default -> ofTrouble(trouble);
        };
    }

    static WriteOutcome ofChange(GraphTrouble trouble) {
        return isGone(trouble) ? new WriteOutcome.Gone() : ofTrouble(trouble);
    }

    static WriteOutcome ofTrouble(GraphTrouble trouble) {
        if (trouble.mayHaveHappened()) {
            return new WriteOutcome.Unknown("the server answered " + code(trouble));
        }
        return switch (trouble.kind()) {
            case CONFLICT -> new WriteOutcome.Conflict();
            case THROTTLED -> new WriteOutcome.Deferred(Objects.requireNonNull(trouble.retryAt(), "retryAt"));
            case TRANSIENT -> new WriteOutcome.Unknown("the server answered " + code(trouble));
            case ITEM, STATE, GONE ->
                new WriteOutcome.Rejected(
                        code(trouble),
                        "the server refuses the record as it is; look the code up, and correct the record",
                        true);
            case MAILBOX, RIGHTS, BLOCKED ->
                new WriteOutcome.Rejected(
                        code(trouble),
                        "the server does not let this application write the record; check its rights and the quota",
                        false);
        };
    }

    /** Whether a record could not be created because its folder is not there. */
    static boolean isFolderGone(WriteOutcome outcome) {
        return outcome instanceof WriteOutcome.Rejected rejected
                && rejected.code().equals(FOLDER_GONE);
    }

    static boolean isGone(GraphTrouble trouble) {
        return trouble.kind() == TroubleKind.GONE || trouble.code().startsWith(NO_ID);
    }

    /** For people to look up; the status where the server gives no code. */
    static String code(GraphTrouble trouble) {
        return trouble.code().isEmpty() ? Integer.toString(trouble.status()) : trouble.code();
    }
}
