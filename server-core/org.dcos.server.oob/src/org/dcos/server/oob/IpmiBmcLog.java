package org.dcos.server.oob;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.dcos.domain.bmc.BmcEndpoint;
import org.dcos.domain.bmc.BmcFailure;
import org.dcos.domain.bmc.BmcLog;
import org.dcos.net.ipmi.client.BmcConnection;
import org.dcos.net.ipmi.client.BmcRefused;
import org.dcos.net.ipmi.client.IpmiException;
import org.dcos.net.ipmi.client.SelReader;
import org.dcos.net.ipmi.sel.EventLexicon;
import org.dcos.net.ipmi.sel.EventSeverity;
import org.dcos.net.ipmi.sel.SelClock;
import org.dcos.net.ipmi.sel.SelInfo;
import org.dcos.net.ipmi.sel.SelRecord;
import org.dcos.net.ipmi.wire.MalformedIpmiMessage;
import org.dcos.net.ipmi.wire.PrivilegeLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads System Event Logs over IPMI 2.0. */
@Component(service = IpmiBmcLog.class)
public final class IpmiBmcLog implements BmcLog {

    private final IpmiConversations ipmi;
    private final InstantSource time = InstantSource.system();

    @Activate
    public IpmiBmcLog(@Reference IpmiConversations ipmi) {
        this.ipmi = ipmi;
    }

    @Override
    public LogState state(BmcEndpoint bmc) throws BmcFailure, InterruptedException {
        return ipmi.talk(bmc, PrivilegeLevel.USER, connection -> {
            var info = connection.send(new SelInfo.Get());
            var skew = clock(connection).map(instant -> Duration.between(time.instant(), instant))
                    .orElse(Duration.ZERO);
            return new LogState(info.entries(), info.freeBytes(), info.lastAddition().instant(),
                    info.lastErase().instant(), skew, info.hasOverflown());
        });
    }

    /** A log whose clock cannot be asked is better than none. */
    private static Optional<Instant> clock(BmcConnection connection) throws IpmiException, InterruptedException {
        try {
            return connection.send(new SelClock.Get()).instant();
        } catch (BmcRefused _) {
            return Optional.empty();
        }
    }

    @Override
    public LogPart entries(BmcEndpoint bmc, Optional<Mark> after, int most) throws BmcFailure, InterruptedException {
        Optional<SelRecord> known = after.flatMap(IpmiBmcLog::record);
        Instant now = time.instant();
        return ipmi.talk(bmc, PrivilegeLevel.USER, connection -> {
            var lexicon = lexicon(connection, now);
            var part = new SelReader(connection).read(known, most);
            return new LogPart(part.entries().stream().map(record -> entry(record, lexicon)).toList(),
                    part.anew() || after.isPresent() && known.isEmpty(), part.broken().isEmpty());
        });
    }

    @Override
    public boolean clear(BmcEndpoint bmc, Mark last) throws BmcFailure, InterruptedException {
        Optional<SelRecord> known = record(last);
        return ipmi.talk(bmc, PrivilegeLevel.OPERATOR, connection -> new SelReader(connection).clear(known));
    }

    /** Entries without their sensors' names are better than none. */
    private EventLexicon lexicon(BmcConnection connection, Instant now) throws IpmiException, InterruptedException {
        try {
            var records = ipmi.sensors().records(connection, now);
            return new EventLexicon(records.sensors(), records.eventOnlySensors());
        } catch (BmcRefused _) {
            return new EventLexicon(List.of(), List.of());
        }
    }

    /** A mark that is none, as of another kind of log, is not known here. */
    private static Optional<SelRecord> record(Mark mark) {
        try {
            return Optional.of(SelRecord.decode(HexFormat.of().parseHex(mark.bytes())));
        } catch (MalformedIpmiMessage | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Entry entry(SelRecord record, EventLexicon lexicon) {
        var words = lexicon.words(record);
        return new Entry(record.recordId(), record.timestamp().instant(), words.sensor(), words.type(), words.text(),
                words.asserted(), severity(words.severity()), HexFormat.of().formatHex(record.encode()));
    }

    private static Entry.Severity severity(EventSeverity severity) {
        return switch (severity) {
            case INFORMATION -> Entry.Severity.INFORMATION;
            case WARNING -> Entry.Severity.WARNING;
            case CRITICAL -> Entry.Severity.CRITICAL;
        };
    }
}
