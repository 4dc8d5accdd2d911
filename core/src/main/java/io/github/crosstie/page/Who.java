package io.github.crosstie.page;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.util.stream.Stream;

/**
 * How a page names users: by their organization too, where it has more than one, as ids are unique within one only.
 *
 * @param several whether the page has users of more than one organization
 */
record Who(boolean several) {

    static Who among(Stream<OrganizationId> organizations) {
        return new Who(organizations.distinct().limit(2).count() > 1);
    }

    /** Beside the user's id, for people who see it; empty if there is nothing to tell apart. */
    String beside(OrganizationId organization) {
        return several ? " of " + organization : "";
    }

    String text(OrganizationId organization, UserId user) {
        return user + beside(organization);
    }

    void put(Html html, OrganizationId organization, UserId user) {
        html.element("code", user);
        if (several) {
            html.element("span", beside(organization), "class", "quiet of");
        }
    }
}
