package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.Organization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The resources by the names that their paths begin with, in lower case; a slash marks those beside mailboxes. */
final class Resources {

    private Resources() {}

    static Map<String, Resource> byName(Organization organization, LoopbackSubscriptions subscriptions) {
        Map<String, Resource> resources = new HashMap<>();
        resources.put("", new OwnerResource());
        resources.put("contacts", new ContactsResource());
        resources.put("contactfolders", new FoldersResource(true));
        resources.put("mailfolders", new FoldersResource(false));
        resources.put("translateexchangeids", new TranslateResource());
        CalendarsResource calendars = new CalendarsResource();
        for (String name : List.of("calendar", "calendars", "calendarview", "events")) {
            resources.put(name, calendars);
        }
        resources.put("/subscriptions", new SubscriptionsResource(subscriptions, new SubscribedFolder(organization)));
        return resources;
    }
}
