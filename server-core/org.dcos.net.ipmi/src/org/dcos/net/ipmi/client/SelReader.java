package org.dcos.net.ipmi.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.dcos.net.ipmi.sel.SelEntries;
import org.dcos.net.ipmi.sel.SelInfo;
import org.dcos.net.ipmi.sel.SelRecord;
import org.dcos.net.ipmi.wire.CompletionCode;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;

/**
 * Reads the System Event Log, whole or behind the last known entry (IPMI v2.0 r1.1 §31.5). Record IDs are the BMC's
 * own: they may start again after a clear, so the last known entry is compared byte by byte before what is behind it is
 * believed to be new. What was read before a conversation broke is kept and told as incomplete: the next reading goes
 * on behind it. For use on a virtual thread.
 */
public final class SelReader {

    /** More entries than any log holds; a bound for a BMC that never says "last". */
    private static final int MOST_ENTRIES = 0xFFFE;

    /** Erasing takes seconds in the flash of some BMCs. */
    private static final int MOST_PROGRESS_QUESTIONS = 100;
    private static final long PROGRESS_WAIT_MILLIS = 100;

    /**
     * @param entries in the order of the log
     * @param anew    they are from the beginning of the log, because the known entry is not in it any more
     * @param broken  why there may be more; empty when the end, or the wanted number, was reached
     */
    public record Part(List<SelRecord> entries, boolean anew, Optional<IpmiException> broken) {
        public Part {
            entries = List.copyOf(entries);
        }
    }

    private final BmcConnection bmc;

    public SelReader(BmcConnection bmc) {
        this.bmc = bmc;
    }

    /**
     * @param after the last known entry; empty for the whole log
     * @param most  entries at most
     * @throws IpmiException when not even the first question is answered
     */
    public Part read(Optional<SelRecord> after, int most) throws IpmiException, InterruptedException {
        if (after.isEmpty()) {
            return readFrom(SelEntries.FIRST, most, false);
        }
        var known = entry(after.get().recordId());
        if (known.isPresent() && Arrays.equals(known.get().record(), after.get().encode())) {
            return known.get().isLast() ? new Part(List.of(), false, Optional.empty())
                    : readFrom(known.get().nextRecord(), most, false);
        }
        return readFrom(SelEntries.FIRST, most, true);
    }

    private Part readFrom(int first, int most, boolean anew) throws IpmiException, InterruptedException {
        var entries = new ArrayList<SelRecord>();
        Set<Integer> seen = new HashSet<>();
        int id = first;
        try {
            while (id != SelEntries.LAST && entries.size() < Math.min(most, MOST_ENTRIES)) {
                var read = entry(id);
                if (read.isEmpty()) { // an empty log, or one that was cleared while it was read
                    return new Part(entries, anew, Optional.empty());
                }
                if (!seen.add(SelRecord.decode(read.get().record()).recordId())) {
                    throw new ProtocolViolation(bmc.target().address(),
                            "its event log leads back to entry %04Xh".formatted(id));
                }
                entries.add(SelRecord.decode(read.get().record()));
                id = read.get().nextRecord();
            }
            return new Part(entries, anew, Optional.empty());
        } catch (IpmiException e) {
            if (entries.isEmpty()) {
                throw e;
            }
            return new Part(entries, anew, Optional.of(e));
        } catch (MalformedIpmiMessage e) {
            throw new ProtocolViolation(bmc.target().address(), e.getMessage());
        }
    }

    /** Empty when there is no such entry. */
    private Optional<SelEntries.Read> entry(int id) throws IpmiException, InterruptedException {
        try {
            return Optional.of(bmc.send(new SelEntries.Get(id)));
        } catch (BmcRefused e) {
            return switch (e.completionCode()) {
                case CompletionCode.NOT_PRESENT, CompletionCode.PARAMETER_OUT_OF_RANGE -> Optional.empty();
                default -> throw e;
            };
        }
    }

    /**
     * Clears the log under a reservation, if nothing was added behind the given entry: the reservation is taken first,
     * then it is looked whether the entry is still the last. An entry that is added between that look and the clear, a
     * message later, is lost, as the specification has nothing against it; BMCs that cancel the reservation for it
     * refuse.
     *
     * @param last the last known entry; empty: only an empty log counts as cleared
     * @return false when something was added, and nothing was cleared
     */
    public boolean clear(Optional<SelRecord> last) throws IpmiException, InterruptedException {
        int reservation = reserve();
        var newest = entry(SelEntries.LAST);
        if (newest.isEmpty()) {
            return true;
        }
        if (last.isEmpty() || !Arrays.equals(newest.get().record(), last.get().encode())) {
            return false;
        }
        try {
            boolean complete = bmc.send(new SelEntries.Clear(reservation, true));
            for (int i = 0; i < MOST_PROGRESS_QUESTIONS && !complete; i++) {
                Thread.sleep(PROGRESS_WAIT_MILLIS);
                complete = bmc.send(new SelEntries.Clear(reservation, false));
            }
        } catch (BmcRefused e) {
            if (e.completionCode() == CompletionCode.RESERVATION_LOST) {
                // cleared by a try whose answer got lost, or something was added
                return bmc.send(new SelInfo.Get()).entries() == 0;
            }
            throw e;
        }
        return true;
    }

    /** BMCs without reservations exist; 0 is used then. */
    private int reserve() throws IpmiException, InterruptedException {
        try {
            return bmc.send(new SelEntries.Reserve());
        } catch (BmcRefused _) {
            return 0;
        }
    }
}
