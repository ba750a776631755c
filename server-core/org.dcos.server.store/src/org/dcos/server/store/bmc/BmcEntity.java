package org.dcos.server.store.bmc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.bmc.Bmc;
import org.dcos.domain.bmc.BmcIdentity;
import org.dcos.server.store.database.Columns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of a {@link Bmc}. The columns of the identity are all set, or all null. */
@Entity
@Table(name = "bmc")
class BmcEntity {

    /** What a BMC tells about itself comes from the network: longer texts are cut. */
    private static final int LONGEST = 300;
    private static final int LONGEST_GUID = 200;

    @Id @Column(columnDefinition = "UUID") UUID id;
    @Version long version;
    String address;
    int port;
    @Column(columnDefinition = "UUID") UUID credential;
    @Column(columnDefinition = "UUID") UUID server;
    Instant identified;
    String guid;
    String firmware;
    String manufacturer;
    String model;
    String serial;
    @Column(name = "asset_tag") String assetTag;
    @Column(name = "board_serial") String boardSerial;
    @Column(name = "chassis_serial") String chassisSerial;

    static BmcEntity of(Bmc bmc) {
        var row = new BmcEntity();
        row.id = bmc.id();
        row.take(bmc);
        return row;
    }

    void take(Bmc bmc) {
        address = bmc.address();
        port = bmc.port();
        credential = bmc.credential();
        server = bmc.server().orElse(null);
        identified = Columns.time(bmc.identified().orElse(null));
        BmcIdentity told = bmc.identity().orElse(null);
        guid = told == null ? null : Columns.cut(told.guid(), LONGEST_GUID);
        firmware = told == null ? null : Columns.cut(told.firmware(), LONGEST);
        manufacturer = told == null ? null : Columns.cut(told.manufacturer(), LONGEST);
        model = told == null ? null : Columns.cut(told.model(), LONGEST);
        serial = told == null ? null : Columns.cut(told.serial(), LONGEST);
        assetTag = told == null ? null : Columns.cut(told.assetTag(), LONGEST);
        boardSerial = told == null ? null : Columns.cut(told.boardSerial(), LONGEST);
        chassisSerial = told == null ? null : Columns.cut(told.chassisSerial(), LONGEST);
    }

    Bmc toBmc() {
        return new Bmc(id, version, address, port, credential, Optional.ofNullable(server),
                guid == null ? Optional.empty()
                        : Optional
                                .of(new BmcIdentity(guid, firmware, manufacturer, model, serial, assetTag, boardSerial,
                                        chassisSerial)),
                Optional.ofNullable(identified));
    }
}
