package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.ResponseCode;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Asks the organization's directory whom an address or a name stands for. */
public final class ResolveNames {

    private static final String OPERATION = "ResolveNames";

    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public ResolveNames(EwsChannel channel, Clock clock) {
        this.calls = new SingleAnswer(channel, clock);
    }

    /**
     * Asks whom an entry stands for.
     *
     * @param entry an address with its kind before it, such as {@code smtp:anna@acme.example}, or part of a name; not empty
     * @return all that it may stand for, a hundred at most; several where it is not unique, empty if the directory knows none
     */
    public List<Resolution> resolve(String entry) {
        List<Resolution> found = new ArrayList<>();
        return calls.ask(
                        new EwsRequest(OPERATION, out -> write(out, entry)),
                        part -> {
                            if (part.name().equals("ResolutionSet")) {
                                part.children(resolution -> readMailboxes(resolution, found));
                            }
                        },
                        trouble -> trouble.is(ResponseCode.NAME_RESOLUTION_NO_RESULTS),
                        () -> found)
                .orElse(List.of());
    }

    private static void readMailboxes(XmlInput resolution, List<Resolution> found) {
        resolution.children(child -> {
            if (child.name().equals("Mailbox")) {
                found.add(Resolution.read(child));
            }
        });
    }

    private static void write(XmlOutput out, String entry) {
        out.start(Space.MESSAGES, OPERATION)
                .attribute("ReturnFullContactData", "false")
                .attribute("SearchScope", "ActiveDirectory");
        out.element(Space.MESSAGES, "UnresolvedEntry", entry).end();
    }
}
