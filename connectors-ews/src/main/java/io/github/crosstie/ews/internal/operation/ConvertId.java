package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Writes ids of items in another format. It does not look whether the items exist. */
public final class ConvertId {

    private static final String OPERATION = "ConvertId";

    private final EwsChannel channel;
    private final Clock clock;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public ConvertId(EwsChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Converts ids, in one request.
     *
     * @param ids the ids, at least one
     * @param from their format
     * @param to the format wanted
     * @param mailbox the primary address of the mailbox that the items are in
     * @return each in the other format, in their order; empty for one that is no id
     * @throws io.github.crosstie.fault.CrosstieException if there was no answer, or something else is wrong with one
     */
    public List<Optional<String>> convert(List<String> ids, Format from, Format to, String mailbox) {
        ItemizedAnswer<String> answer = ItemizedAnswer.of(OPERATION, ids.size(), ConvertId::read);
        return channel.call(
                new EwsRequest(OPERATION, out -> write(out, ids, from, to, mailbox)),
                response -> answer.read(response).stream().map(this::converted).toList());
    }

    private Optional<String> converted(Result<String> result) {
        if (result instanceof Result.Done<String> done) {
            return Optional.of(done.value());
        }
        Trouble trouble = ((Result.Failed<String>) result).trouble();
        return switch (trouble.kind()) {
            case ITEM, GONE, PROGRAM -> Optional.empty();
            case NONE, THROTTLED, TRANSIENT, MOVING, CONFLICT, MAILBOX, RIGHTS, BLOCKED, STATE, VERSION ->
                throw trouble.toException(OPERATION, clock);
        };
    }

    private static Optional<String> read(XmlInput element) {
        return element.name().equals("AlternateId") ? Optional.ofNullable(element.attribute("Id")) : Optional.empty();
    }

    private static void write(XmlOutput out, List<String> ids, Format from, Format to, String mailbox) {
        out.start(Space.MESSAGES, OPERATION).attribute("DestinationFormat", to.written);
        out.start(Space.MESSAGES, "SourceIds");
        for (String id : ids) {
            out.start(Space.TYPES, "AlternateId")
                    .attribute("Format", from.written)
                    .attribute("Id", id)
                    .attribute("Mailbox", mailbox)
                    .end();
        }
        out.end().end();
    }

    /** How an id is written. */
    public enum Format {
        /** As Exchange Web Services write it. */
        EWS("EwsId"),
        /** As MAPI holds it, in Base64. */
        ENTRY("EntryId");

        private final String written;

        Format(String written) {
            this.written = written;
        }
    }
}
