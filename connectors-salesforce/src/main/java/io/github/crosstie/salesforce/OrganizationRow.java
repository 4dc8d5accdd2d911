package io.github.crosstie.salesforce;

import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one record that says which organization it is. */
final class OrganizationRow {

    private OrganizationRow() {}

    /** The organization; empty if it was not queried. A sandbox by its record's flag, or because somebody says so. */
    static Optional<Organization> read(QueryResults results, boolean asSandbox) {
        List<Organization> found = new ArrayList<>();
        boolean queried = QueryReader.read(
                "Organization",
                results.pages("Organization"),
                Set.of("Id", "Name", "IsSandbox"),
                record -> found.add(new Organization(
                        new OrganizationId(record.id("00D")),
                        record.text("Name"),
                        record.flag("IsSandbox") || asSandbox ? Environment.SANDBOX : Environment.PRODUCTION)));
        if (!queried) {
            return Optional.empty();
        }
        if (found.size() != 1) {
            throw new InvalidInputException(
                    "Organization.json",
                    "",
                    "expected the one record of the organization, found " + found.size() + "; query it again");
        }
        return Optional.of(found.get(0));
    }
}
