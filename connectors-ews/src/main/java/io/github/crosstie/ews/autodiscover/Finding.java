package io.github.crosstie.ews.autodiscover;

import io.github.crosstie.fault.CrosstieException;
import java.net.URI;

/** What one question to one Autodiscover service led to. */
sealed interface Finding {

    /**
     * The mailbox's server.
     *
     * @param ews the address of its Exchange Web Services
     */
    record Found(URI ews) implements Finding {}

    /**
     * Ask for another address of the mailbox.
     *
     * @param address that address
     */
    record OtherAddress(String address) implements Finding {}

    /**
     * Ask another service.
     *
     * @param service where
     */
    record OtherService(URI service) implements Finding {}

    /**
     * This service does not help.
     *
     * @param why what to tell if no other one does
     */
    record Nothing(CrosstieException why) implements Finding {}
}
