package io.github.crosstie.examples.house;

import io.github.crosstie.item.Side;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Everybody in the house. */
final class People {

    private static final int WEEKS_SEEN = 12;

    private final SalesforceOrganization organization;
    private final RandomGenerator random;
    private final List<Person> all = new ArrayList<>();
    private CrmView crm;

    People(House house, Staff staff, RandomGenerator random) {
        this.organization = house.salesforce.organization();
        this.random = random;
        crm = new CrmView(organization);
        staff.all().forEach(hired -> all.add(seated(hired, house)));
    }

    private Person seated(Staff.Hired hired, House house) {
        Instant now = house.clock.instant();
        ZonedDateTime morning = now.atZone(hired.zone())
                .plusDays(7)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(10);
        return new Person(
                hired,
                morning,
                new CrmHands(organization, () -> crm, hired.id(), hired.zone()),
                new MailHands(
                        house.mailbox(hired.address()),
                        hired.zone(),
                        now,
                        morning.plusWeeks(WEEKS_SEEN).toInstant()),
                RandomGeneratorFactory.of("L64X128MixRandom").create(random.nextLong()));
    }

    /** Everybody types before the first sync. */
    void fill() {
        all.forEach(Person::fill);
        look();
    }

    /**
     * Every other one does something.
     *
     * @param isClean whose last sync came to its regular end
     */
    void act(Predicate<String> isClean) {
        look();
        all.stream().filter(person -> random.nextBoolean()).forEach(person -> person.act(isClean.test(person.user())));
        look();
    }

    /** What one of them does while everybody is being synced. */
    Runnable deed() {
        Person person = all.get(random.nextInt(all.size()));
        Side side = random.nextBoolean() ? Side.CRM : Side.MAIL;
        return () -> person.editSomething(side);
    }

    /** They look at Salesforce again. */
    private void look() {
        crm = new CrmView(organization);
    }

    Differences differences() {
        look();
        return all.stream().map(Person::differences).reduce(Differences.NONE, Differences::plus);
    }

    /** How many contacts there are, and how often something takes place. */
    int items() {
        return all.stream()
                .filter(Person::isSynced)
                .mapToInt(person -> person.expected(Side.CRM).size())
                .sum();
    }
}
