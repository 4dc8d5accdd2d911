package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import org.jspecify.annotations.Nullable;

/** Reads one step of a synchronisation: hands the changes on and keeps where they lead to. */
final class SyncReading {

    private final String lastElement;
    private final XmlInput.Child change;
    private @Nullable String state;
    private @Nullable Boolean last;

    /**
     * Reads one step.
     *
     * @param lastElement the name of the element that says whether there is more
     * @param change is called for each change, standing on its element
     */
    SyncReading(String lastElement, XmlInput.Child change) {
        this.lastElement = lastElement;
        this.change = change;
    }

    void part(XmlInput part) {
        if (part.name().equals("SyncState")) {
            state = part.text();
        } else if (part.name().equals(lastElement)) {
            last = Flag.read(part);
        } else if (part.name().equals("Changes")) {
            part.children(change);
        }
    }

    /**
     * Where to go on. An answer that does not say whether it was the last is not taken for the last: what it left out would
     * count as gone.
     *
     * @param from where this step began; null for the beginning
     * @throws ContractBrokenException if the answer lacks a part, or leads nowhere
     */
    SyncPosition position(@Nullable String from) {
        if (state == null) {
            throw new ContractBrokenException("the server answered without a sync state; report it");
        }
        if (last == null) {
            throw new ContractBrokenException(
                    "the server answered without " + lastElement + ", so nobody knows what is missing; report it");
        }
        if (!last && state.equals(from)) {
            throw new ContractBrokenException(
                    "the server says that there is more, and does not go on from where it was; report it");
        }
        return new SyncPosition(state, last);
    }
}
