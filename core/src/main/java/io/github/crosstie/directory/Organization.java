package io.github.crosstie.directory;

import java.util.Objects;

/**
 * One organization (tenant) of the CRM. Id and environment come from the organization's own record.
 *
 * @param id its id
 * @param name its name, for people
 * @param environment production or sandbox
 */
public record Organization(OrganizationId id, String name, Environment environment) {
    /** Checks that nothing is null. */
    public Organization {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(environment, "environment");
    }

    @Override
    public String toString() {
        return name + (environment == Environment.SANDBOX ? " (sandbox)" : "");
    }
}
