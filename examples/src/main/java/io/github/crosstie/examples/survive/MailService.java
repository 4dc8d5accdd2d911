package io.github.crosstie.examples.survive;

import java.util.List;

/** Over what workers reach the mailbox. */
enum MailService {
    EXCHANGE,
    GRAPH;

    /** The requests there that change a record, in the words of its server. */
    List<String> writes() {
        return switch (this) {
            case EXCHANGE -> List.of("CreateItem", "UpdateItem", "DeleteItem");
            case GRAPH ->
                List.of(
                        "POST contacts",
                        "PATCH contacts",
                        "DELETE contacts",
                        "POST events",
                        "PATCH events",
                        "DELETE events");
        };
    }
}
