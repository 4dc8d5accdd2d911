package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.ews.soap.EwsRequest;
import io.github.crosstie.ews.soap.Space;
import io.github.crosstie.ews.soap.XmlInput;
import io.github.crosstie.ews.soap.XmlOutput;
import java.util.List;
import java.util.Optional;

/** Writes ids of items in another format. It does not look whether the items exist. */
public final class ConvertId {

    private static final String OPERATION = "ConvertId";

    private final EwsChannel channel;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     */
    public ConvertId(EwsChannel channel) {
        this.channel = channel;
    }

    /**
     * Converts ids, in one request.
     *
     * @param ids the ids, at least one
     * @param from their format
     * @param to the format wanted
     * @param mailbox the primary address of the mailbox that the items are in
     * @return a result for each, in their order
     * @throws io.github.crosstie.fault.CrosstieException if there was no answer
     */
    public List<Result<String>> convert(List<String> ids, Format from, Format to, String mailbox) {
        return channel.call(
                new EwsRequest(OPERATION, out -> write(out, ids, from, to, mailbox)),
                ItemizedAnswer.of(OPERATION, ids.size(), ConvertId::read));
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
        ENTRY("EntryId"),
        /** As MAPI holds it, in hexadecimal digits. */
        HEX_ENTRY("HexEntryId"),
        /** As the store holds it. */
        STORE("StoreId"),
        /** As Outlook on the web writes it. */
        OWA("OwaId");

        private final String written;

        Format(String written) {
            this.written = written;
        }
    }
}
