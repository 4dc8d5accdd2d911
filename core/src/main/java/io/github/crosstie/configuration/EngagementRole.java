package io.github.crosstie.configuration;

/**
 * A role in a business unit: one of the four standard roles or a custom one (U3).
 *
 * @param name the role's name; not blank
 */
public record EngagementRole(String name) {

    /** Administrator: a business unit is never left without an active one (G2). */
    public static final EngagementRole ADMINISTRATOR = new EngagementRole("Administrator");
    /** Marketing: what an unmapped profile gets. */
    public static final EngagementRole MARKETING = new EngagementRole("Marketing");
    /** Sales Manager. */
    public static final EngagementRole SALES_MANAGER = new EngagementRole("Sales Manager");
    /** Sales: what every member of Sales Users gets. */
    public static final EngagementRole SALES = new EngagementRole("Sales");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public EngagementRole {
        if (name.isBlank()) {
            throw new IllegalArgumentException("engagement role: the name is blank");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
