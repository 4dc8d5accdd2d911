package io.github.crosstie.ews.internal.soap;

import java.time.Duration;

/**
 * One mailbox's way to its server. It puts a request into an envelope, signs in, sends, keeps deadlines, and turns every
 * trouble that concerns the whole request (a fault, an HTTP status, a broken connection) into one of the SPI's exceptions.
 */
public interface EwsChannel {

    /**
     * Sends one request and reads its answer.
     *
     * @param request what to ask
     * @param reader reads the answer
     * @param <T> what the answer is
     * @return what the reader made of the answer
     * @throws io.github.crosstie.fault.CrosstieException if the request as a whole had no answer
     */
    <T> T call(EwsRequest request, EwsReader<T> reader);

    /**
     * Sends one request that is answered by envelopes that follow each other on one response, over minutes. Returns when the
     * reader has enough, when the server ends the response, or when the time is over.
     *
     * @param request what to ask
     * @param atMost how long to wait for the end of the response
     * @param each reads the answer in each envelope as soon as it is there; answers whether to go on
     * @throws io.github.crosstie.fault.CrosstieException if the request as a whole had no answer, or the answer broke off
     */
    void stream(EwsRequest request, Duration atMost, EwsReader<Boolean> each);

    /**
     * Takes note of trouble that one item of an answer was in, where the answer is of use all the same: if it speaks of the
     * whole mailbox, the next requests are kept back, or go elsewhere. A channel that keeps nothing from request to request
     * does nothing.
     *
     * @param trouble what the server says of the item
     */
    default void heed(Trouble trouble) {}
}
