package io.github.crosstie.testkit.engagement;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.Locale;

/**
 * What every {@link io.github.crosstie.engagement.connector.EngagementTarget} promises, as tests. Extend it and
 * implement two methods: open an endpoint onto an empty unit, and be the administrator who adds users there. What the
 * endpoint's {@linkplain UnitEndpoint#capabilities capabilities} do not name, and what the test cannot bring about, is
 * skipped, visibly and with the reason. Keep pages short, three users say, or the promises about pages are skipped.
 *
 * <pre>{@code
 * class MyTargetTest extends EngagementTargetContract {
 *     private final InMemoryEngagement system = InMemoryEngagement.create(MutableClock.create());
 *     private final InMemoryUnit unit = system.unit(UNIT).pageSize(3);
 *
 *     @Override
 *     protected UnitEndpoint open() {
 *         return system.open(UNIT);
 *     }
 *
 *     @Override
 *     protected EngagementUserId add(UserValues values, boolean recycled) {
 *         EngagementUserId id = unit.add(values);                  // as an administrator does, past the endpoint
 *         if (recycled) {
 *             unit.recycle(id);
 *         }
 *         return id;
 *     }
 * }
 * }</pre>
 */
public abstract class EngagementTargetContract extends WritePromises {

    /** For subclasses. */
    protected EngagementTargetContract() {}

    /**
     * Opens an endpoint onto a unit that holds no user. Called once a test, before all else.
     *
     * @return the endpoint
     */
    protected abstract UnitEndpoint open();

    /**
     * An administrator adds a user in the system itself, past the endpoint.
     *
     * @param values its values; fields that the endpoint does not show may be left out
     * @param recycled whether it then goes into the recycle bin
     * @return the id that the system gave it
     */
    protected abstract EngagementUserId add(UserValues values, boolean recycled);

    /**
     * The values of a user. Override it if your system asks for other ones.
     *
     * @param name what tells this user from the others: letters alone; Salesforce id, CRM username and e-mail address
     *     must differ between two names
     * @return the values; by default all fields have one, and the role is Marketing
     */
    protected UserValues sample(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        return UserValues.NONE
                .with(UserField.SALESFORCE_ID, ("0055f" + name + "0000000000000").substring(0, 18))
                .with(UserField.CRM_USERNAME, word + "@acme.example.crm")
                .with(UserField.EMAIL_ADDRESS, word + "@acme.example")
                .with(UserField.FIRST_NAME, name)
                .with(UserField.LAST_NAME, "Lovelace")
                .with(UserField.TITLE, "Countess")
                .with(UserField.PHONE, "+44 20 7946 0000")
                .with(UserField.TIME_ZONE, "Europe/London")
                .with(UserField.ROLE, EngagementRole.MARKETING.name());
    }

    /** Lets what was written become visible, such as by moving a clock; by default it is so at once. */
    protected void settle() {}

    /**
     * Makes the system refuse all page tokens that it gave out so far.
     *
     * @return false, the default, if the test cannot do that; then nothing was done
     */
    protected boolean expirePageTokens() {
        return false;
    }

    @Override
    final UnitEndpoint opened() {
        return open();
    }

    @Override
    final EngagementUserId added(UserValues values, boolean recycled) {
        return add(values, recycled);
    }

    @Override
    final UserValues sampleOf(String name) {
        return sample(name);
    }

    @Override
    final void settled() {
        settle();
    }

    @Override
    final boolean pageTokensExpired() {
        return expirePageTokens();
    }
}
