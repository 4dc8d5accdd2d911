package io.github.crosstie.diff;

import io.github.crosstie.item.Side;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What differs between two listings and the links: first the links, in the order in which they were added, then the records
 * without a link, those of the CRM first. The values are made as they are asked for; of what did not change nothing is made, it
 * is only counted. What happens to the index later does not change it.
 */
public final class Differences implements Iterable<Difference> {

    private final LinkIndex links;
    private final Listing crm;
    private final Listing mail;
    private final DifferingPlaces places;
    private final List<RecordSnapshot> unlinkedInCrm;
    private final List<RecordSnapshot> unlinkedInMail;

    private Differences(LinkIndex links, Listing crm, Listing mail) {
        this.links = links;
        this.crm = crm;
        this.mail = mail;
        places = DifferingPlaces.of(links, crm, mail);
        unlinkedInCrm = unlinked(crm);
        unlinkedInMail = unlinked(mail);
    }

    static Differences between(LinkIndex links, Listing crm, Listing mail) {
        return new Differences(links, crm, mail);
    }

    /** Those that have not been linked since they were listed. */
    private List<RecordSnapshot> unlinked(Listing listing) {
        SideColumns known = links.on(listing.side());
        return listing.unlinked().stream()
                .filter(record -> known.find(record.id()) == IdTable.ABSENT)
                .toList();
    }

    /**
     * How many links stand so, the unchanged ones included.
     *
     * @param crm the status of their records in the CRM
     * @param mail the status of their records in the mailbox
     * @return their number
     */
    public int count(RecordStatus crm, RecordStatus mail) {
        return places.count(crm, mail);
    }

    /**
     * The records of a side that have no link, in the order in which they were first listed.
     *
     * @param side the side
     * @return their snapshots
     */
    public List<RecordSnapshot> unlinked(Side side) {
        return side == Side.CRM ? unlinkedInCrm : unlinkedInMail;
    }

    /**
     * Whether everything is as it was.
     *
     * @return true if there is no difference
     */
    public boolean isEmpty() {
        return size() == 0;
    }

    /**
     * How many differences there are.
     *
     * @return the number of links that differ and of records without a link
     */
    public int size() {
        return places.size() + unlinkedInCrm.size() + unlinkedInMail.size();
    }

    /**
     * The differences, each made when it is reached.
     *
     * @return a stream of them
     */
    public Stream<Difference> stream() {
        return IntStream.range(0, size()).mapToObj(this::difference);
    }

    @Override
    public Iterator<Difference> iterator() {
        return stream().iterator();
    }

    private Difference difference(int index) {
        if (index < places.size()) {
            int place = places.place(index);
            return new Difference.OfLink(
                    listed(crm, place, places.crm(index)), listed(mail, place, places.mail(index)));
        }
        int rest = index - places.size();
        return rest < unlinkedInCrm.size()
                ? new Difference.Unlinked(Side.CRM, unlinkedInCrm.get(rest))
                : new Difference.Unlinked(Side.MAIL, unlinkedInMail.get(rest - unlinkedInCrm.size()));
    }

    private ListedRecord listed(Listing listing, int place, RecordStatus status) {
        return new ListedRecord(links.on(listing.side()).id(place), status, listing.changed(place));
    }

    /** Counts alone: records hold personal data. */
    @Override
    public String toString() {
        return "Differences[" + places.size() + " links, " + unlinkedInCrm.size() + " unlinked in the CRM, "
                + unlinkedInMail.size() + " in the mailbox]";
    }
}
