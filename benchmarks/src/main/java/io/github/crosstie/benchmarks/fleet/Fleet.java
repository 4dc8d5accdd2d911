package io.github.crosstie.benchmarks.fleet;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Some nodes at work on their mailboxes, from the first minute to the last. The same settings give the same result. */
public final class Fleet {

    private final FleetSettings settings;
    private final VirtualTime time = new VirtualTime();
    private final RandomGenerator random;
    private final LatenessLog log = new LatenessLog();
    private final MailboxTable table;
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private final List<Integer> overdue = new ArrayList<>();

    private Fleet(FleetSettings settings) {
        this.settings = settings;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(settings.seed());
        table = new MailboxTable(time, settings.nodes(), settings.heartbeat().multipliedBy(settings.missed()));
    }

    /**
     * Lets them work.
     *
     * @param settings what there is, and what befalls it
     * @return how late rounds began
     */
    public static FleetRun run(FleetSettings settings) {
        Fleet fleet = new Fleet(settings);
        fleet.prepare();
        fleet.time.runUntil(settings.end());
        return new FleetRun(settings, fleet.log, fleet.overdue);
    }

    private void prepare() {
        for (int number = 0; number < settings.mailboxes(); number++) {
            OrganizationId organization = new OrganizationId(id("00D", number % settings.organizations()));
            Mailbox mailbox = new Mailbox(
                    new OrganizationUser(organization, new UserId(id("005", number))),
                    random.nextLong(settings.period().toMillis()));
            mailboxes.add(mailbox);
            table.add(mailbox);
        }
        List<Node> nodes = new ArrayList<>();
        for (int number = 0; number < settings.nodes(); number++) {
            nodes.add(started(number));
        }
        FleetSettings.Outage outage = settings.outage();
        time.after(outage.from().toMillis(), () -> nodes.get(outage.node()).die());
        time.after(outage.until().toMillis(), () -> nodes.set(outage.node(), started(outage.node())));
        // A moment before the minute is over, so that it counts to the minute that ends.
        time.after(LatenessLog.MINUTE - 1, this::countOverdue);
    }

    private static String id(String prefix, int number) {
        return String.format(Locale.ROOT, "%s%012d", prefix, number);
    }

    private Node started(int number) {
        Node node = new Node(number, settings, time, table, random, log);
        node.start();
        return node;
    }

    private void countOverdue() {
        long before = time.elapsed() - LatenessLog.MINUTE;
        overdue.add(
                (int) mailboxes.stream().filter(mailbox -> mailbox.due < before).count());
        time.after(LatenessLog.MINUTE, this::countOverdue);
    }
}
