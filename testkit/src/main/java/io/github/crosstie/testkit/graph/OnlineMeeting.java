package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;

/**
 * A meeting that is held over the network. Its link stands in the body of its event: who writes another body over that
 * takes the meeting off the network.
 */
final class OnlineMeeting {

    private static final String FLAG = "IsOnlineMeeting";
    private static final String LINK = "NetShowUrl";

    private OnlineMeeting() {}

    static void show(Properties event, ObjectNode shown) {
        boolean online = event.is(FLAG);
        shown.put("isOnlineMeeting", online);
        shown.put("onlineMeetingProvider", online ? "teamsForBusiness" : "unknown");
        if (online) {
            shown.putObject("onlineMeeting").put("joinUrl", event.text(LINK));
        } else {
            shown.putNull("onlineMeeting");
        }
    }

    /** An event was written, its body perhaps, too. */
    static void written(StoredItem event) {
        Properties properties = event.properties;
        if (properties.is(FLAG) && !properties.text("Body").contains(properties.text(LINK))) {
            properties.set(FLAG, "false");
            properties.remove(LINK);
        }
    }
}
