package io.github.crosstie.directory;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user of an organization. Immutable; {@link #toString} shows the id alone, as the rest is personal data.
 *
 * <p>Inactive users stay in the directory: they never sync (A9), but they are visible in every resolution.
 */
public final class User {

    private final UserId id;
    private final String username;
    private final boolean active;
    private final ProfileId profile;
    private final @Nullable RoleId role;
    private final @Nullable String emailAddress;
    private final @Nullable String firstName;
    private final String lastName;
    private final @Nullable String title;
    private final @Nullable String phone;
    private final @Nullable String timeZone;

    private User(Builder builder) {
        id = builder.id;
        username = builder.username;
        active = builder.active;
        profile = builder.profile;
        role = builder.role;
        emailAddress = builder.emailAddress;
        firstName = builder.firstName;
        lastName = builder.lastName == null ? builder.username : builder.lastName;
        title = builder.title;
        phone = builder.phone;
        timeZone = builder.timeZone;
    }

    /**
     * Starts an active user.
     *
     * @param id the id
     * @param username the unique sign-in name
     * @param profile the one profile
     * @return a builder
     */
    public static Builder builder(UserId id, String username, ProfileId profile) {
        return new Builder(id, username, profile);
    }

    /**
     * Starts a changed copy.
     *
     * @return a builder that holds this user's values
     */
    public Builder toBuilder() {
        Builder builder = new Builder(id, username, profile);
        builder.active = active;
        builder.role = role;
        builder.emailAddress = emailAddress;
        builder.firstName = firstName;
        builder.lastName = lastName;
        builder.title = title;
        builder.phone = phone;
        builder.timeZone = timeZone;
        return builder;
    }

    /**
     * The id.
     *
     * @return the id
     */
    public UserId id() {
        return id;
    }

    /**
     * The unique sign-in name.
     *
     * @return the username
     */
    public String username() {
        return username;
    }

    /**
     * Whether the user may sign in; an inactive user never syncs (A9).
     *
     * @return true if active
     */
    public boolean active() {
        return active;
    }

    /**
     * The one profile.
     *
     * @return its id
     */
    public ProfileId profile() {
        return profile;
    }

    /**
     * The role.
     *
     * @return its id, or empty for a user without a role
     */
    public Optional<RoleId> role() {
        return Optional.ofNullable(role);
    }

    /**
     * The e-mail address as the CRM has it: neither checked nor normalized.
     *
     * @return the address, or empty if the CRM has none
     */
    public Optional<String> emailAddress() {
        return Optional.ofNullable(emailAddress);
    }

    /**
     * The first name.
     *
     * @return the first name, or empty
     */
    public Optional<String> firstName() {
        return Optional.ofNullable(firstName);
    }

    /**
     * The last name.
     *
     * @return the last name; the username where none was given
     */
    public String lastName() {
        return lastName;
    }

    /**
     * The job title.
     *
     * @return the title, or empty
     */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /**
     * The phone number.
     *
     * @return the number as the CRM has it, or empty
     */
    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    /**
     * The time zone's name as the CRM has it.
     *
     * @return an IANA name in most systems, or empty
     */
    public Optional<String> timeZone() {
        return Optional.ofNullable(timeZone);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof User that
                && id.equals(that.id)
                && username.equals(that.username)
                && active == that.active
                && profile.equals(that.profile)
                && Objects.equals(role, that.role)
                && Objects.equals(emailAddress, that.emailAddress)
                && Objects.equals(firstName, that.firstName)
                && lastName.equals(that.lastName)
                && Objects.equals(title, that.title)
                && Objects.equals(phone, that.phone)
                && Objects.equals(timeZone, that.timeZone);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "User[" + id + "]";
    }

    /** Collects the values of a user. Not thread-safe. */
    public static final class Builder {

        private final UserId id;
        private final String username;
        private ProfileId profile;
        private boolean active = true;
        private @Nullable RoleId role;
        private @Nullable String emailAddress;
        private @Nullable String firstName;
        private @Nullable String lastName;
        private @Nullable String title;
        private @Nullable String phone;
        private @Nullable String timeZone;

        private Builder(UserId id, String username, ProfileId profile) {
            this.id = Objects.requireNonNull(id, "id");
            this.username = Objects.requireNonNull(username, "username");
            this.profile = Objects.requireNonNull(profile, "profile");
        }

        /**
         * Sets whether the user is active; true unless set.
         *
         * @param active whether the user may sign in
         * @return this
         */
        public Builder active(boolean active) {
            this.active = active;
            return this;
        }

        /**
         * Sets the profile.
         *
         * @param profile the one profile
         * @return this
         */
        public Builder profile(ProfileId profile) {
            this.profile = Objects.requireNonNull(profile, "profile");
            return this;
        }

        /**
         * Sets the role.
         *
         * @param role the role, or null for none
         * @return this
         */
        public Builder role(@Nullable RoleId role) {
            this.role = role;
            return this;
        }

        /**
         * Sets the e-mail address.
         *
         * @param emailAddress the address as the CRM has it, or null
         * @return this
         */
        public Builder emailAddress(@Nullable String emailAddress) {
            this.emailAddress = emailAddress;
            return this;
        }

        /**
         * Sets the name.
         *
         * @param firstName the first name, or null
         * @param lastName the last name, or null to fall back on the username
         * @return this
         */
        public Builder name(@Nullable String firstName, @Nullable String lastName) {
            this.firstName = firstName;
            this.lastName = lastName;
            return this;
        }

        /**
         * Sets the job title.
         *
         * @param title the title, or null
         * @return this
         */
        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        /**
         * Sets the phone number.
         *
         * @param phone the number, or null
         * @return this
         */
        public Builder phone(@Nullable String phone) {
            this.phone = phone;
            return this;
        }

        /**
         * Sets the time zone.
         *
         * @param timeZone its name, or null
         * @return this
         */
        public Builder timeZone(@Nullable String timeZone) {
            this.timeZone = timeZone;
            return this;
        }

        /**
         * Makes the user.
         *
         * @return an immutable user
         */
        public User build() {
            return new User(this);
        }
    }
}
