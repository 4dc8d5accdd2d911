package io.github.crosstie.ews.internal.operation;

/** Whether the server is to write to attendees. Without effect on items that are no meetings. */
public enum MeetingMessages {
    /** To nobody. */
    NONE("SendToNone", "SendToNone"),
    /** To all attendees, with a copy among the sent items, as calendar programs do it. */
    TO_ALL("SendToAllAndSaveCopy", "SendToAllAndSaveCopy"),
    /** To those whom an update adds or removes, with a copy; to all where an item is created or deleted. */
    TO_CHANGED("SendToAllAndSaveCopy", "SendToChangedAndSaveCopy");

    private final String onCreateOrDelete;
    private final String onUpdate;

    MeetingMessages(String onCreateOrDelete, String onUpdate) {
        this.onCreateOrDelete = onCreateOrDelete;
        this.onUpdate = onUpdate;
    }

    String onCreateOrDelete() {
        return onCreateOrDelete;
    }

    String onUpdate() {
        return onUpdate;
    }
}
