package io.github.crosstie.examples.survive;

import java.util.List;

/** Over what workers reach the mailbox, and which requests there change a record. */
enum MailService {
    EXCHANGE("CreateItem", "UpdateItem", "DeleteItem"),
    GRAPH("POST contacts", "PATCH contacts", "DELETE contacts", "POST events", "PATCH events", "DELETE events");

    private final List<String> writes;

    MailService(String... writes) {
        this.writes = List.of(writes);
    }

    List<String> writes() {
        return writes;
    }
}
