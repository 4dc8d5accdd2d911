package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.XmlInput;
import io.github.crosstie.fault.ContractBrokenException;
import org.jspecify.annotations.Nullable;

/** Reads one step of a synchronisation: hands the changes on and keeps where they lead to. */
final class SyncReading {

    private final String operation;
    private final String lastElement;
    private final XmlInput.Child change;
    private @Nullable String state;
    private boolean last = true;

    /**
     * Reads one step.
     *
     * @param operation for the message
     * @param lastElement the name of the element that says whether there is more
     * @param change is called for each change, standing on its element
     */
    SyncReading(String operation, String lastElement, XmlInput.Child change) {
        this.operation = operation;
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

    SyncPosition position() {
        if (state == null) {
            throw new ContractBrokenException(operation + ": the server answered without a sync state; report it");
        }
        return new SyncPosition(state, last);
    }
}
