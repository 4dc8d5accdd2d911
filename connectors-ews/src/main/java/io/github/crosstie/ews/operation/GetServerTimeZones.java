package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.ews.soap.EwsReader;
import io.github.crosstie.ews.soap.EwsRequest;
import io.github.crosstie.ews.soap.Space;
import io.github.crosstie.ews.soap.XmlOutput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Asks which time zones a server knows. Not every server that speaks Exchange Web Services has this operation. */
public final class GetServerTimeZones {

    private static final String OPERATION = "GetServerTimeZones";

    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public GetServerTimeZones(EwsChannel channel, Clock clock) {
        this.calls = new SingleAnswer(channel, clock);
    }

    /**
     * Asks for zones.
     *
     * @param ids their Windows names; empty for all
     * @param full whether to tell their rules, not their names alone
     * @param reader reads a zone, standing on {@code t:TimeZoneDefinition}
     * @param <T> what is made of a zone
     * @return the zones that the server knows of those asked for
     */
    public <T> List<T> get(Collection<String> ids, boolean full, EwsReader<T> reader) {
        List<T> zones = new ArrayList<>();
        calls.require(new EwsRequest(OPERATION, out -> write(out, ids, full)), part -> {
            if (part.name().equals("TimeZoneDefinitions")) {
                part.children(zone -> zones.add(reader.read(zone)));
            }
        });
        return zones;
    }

    private static void write(XmlOutput out, Collection<String> ids, boolean full) {
        out.start(Space.MESSAGES, OPERATION).attribute("ReturnFullTimeZoneData", Boolean.toString(full));
        if (!ids.isEmpty()) {
            out.start(Space.MESSAGES, "Ids");
            ids.forEach(id -> out.element(Space.TYPES, "Id", id));
            out.end();
        }
        out.end();
    }
}
