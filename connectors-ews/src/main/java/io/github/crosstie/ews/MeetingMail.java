package io.github.crosstie.ews;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.ews.internal.operation.MeetingMessages;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import java.util.Collection;
import java.util.List;

/** Whom the server is to write to (S7). Where a write is to tell nobody, no request that it takes does. */
final class MeetingMail {

    /** What a meeting is to those who are in it already. Categories are everybody's own. */
    private static final List<Field<?>> TOLD = List.of(
            EventFields.SUBJECT,
            EventFields.TIME,
            EventFields.LOCATION,
            EventFields.BODY,
            EventFields.SENSITIVITY,
            EventFields.RECURRENCE);

    private MeetingMail() {}

    /** Of an event, or an occurrence, that is made or that is not to take place. */
    static MeetingMessages ofAll(Notification notification) {
        return notification == Notification.NONE ? MeetingMessages.NONE : MeetingMessages.TO_ALL;
    }

    /** Of an event, or an occurrence, some of whose fields change. */
    static MeetingMessages ofChange(Notification notification, Collection<Field<?>> changed) {
        return notification == Notification.ATTENDEES && changed.stream().noneMatch(TOLD::contains)
                ? MeetingMessages.TO_CHANGED
                : ofAll(notification);
    }
}
