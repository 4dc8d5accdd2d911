package io.github.crosstie.engagement.user;

/** What User Sync keeps of a user in a business unit. Everything else there belongs to the people who use it. */
public enum UserField {
    /** The id of the CRM user that the user is mapped to; with it the user is linked. */
    SALESFORCE_ID,
    /** The sign-in name of the CRM user; unique within a unit, whatever its case. */
    CRM_USERNAME,
    /**
     * The e-mail address; unique within a unit, whatever its case. Also where mail is sent from and notifications go
     * to.
     */
    EMAIL_ADDRESS,
    /** The first name, which the product requires. */
    FIRST_NAME,
    /** The last name. */
    LAST_NAME,
    /** The job title. */
    TITLE,
    /** The phone number. */
    PHONE,
    /** The time zone, by its IANA name. */
    TIME_ZONE,
    /** The name of the role, derived from sets and profile (U1 to U4). */
    ROLE
}
