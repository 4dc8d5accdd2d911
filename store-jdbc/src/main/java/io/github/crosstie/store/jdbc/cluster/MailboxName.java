package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a mailbox is called in the table: the organization and the user, in which no slash is left, with one between. */
final class MailboxName {

    private static final char BETWEEN = '/';

    private MailboxName() {}

    static String of(OrganizationUser mailbox) {
        return of(mailbox.organization()) + BETWEEN + escaped(mailbox.user().value());
    }

    /** How an organization is called in its mailboxes' names. */
    static String of(OrganizationId organization) {
        return escaped(organization.value());
    }

    static OrganizationUser read(String name) {
        int at = name.indexOf(BETWEEN);
        return new OrganizationUser(
                new OrganizationId(URLDecoder.decode(name.substring(0, at), StandardCharsets.UTF_8)),
                new UserId(URLDecoder.decode(name.substring(at + 1), StandardCharsets.UTF_8)));
    }

    private static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
