package org.dcos.ui.parts.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.dcos.domain.cmdb.Face;
import org.dcos.domain.cmdb.Idc;
import org.dcos.domain.cmdb.LifecycleState;
import org.dcos.domain.cmdb.Mounting;
import org.dcos.domain.cmdb.Rack;
import org.dcos.domain.cmdb.Room;
import org.dcos.domain.cmdb.Server;
import org.dcos.ui.canvas.theme.Theme;
import org.dcos.ui.parts.FakeConnection;
import org.dcos.ui.parts.TestDesk;
import org.dcos.ui.parts.TestSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("xvfb")
class HeatXvfbTest {

    private static List<Rack> racks(int rows, int each) {
        var racks = new ArrayList<Rack>();
        for (int row = 0; row < rows; row++) {
            for (int i = 1; i <= each; i++) {
                String name = Character.toString('A' + row);
                racks.add(new Rack(new UUID(3, row * 100L + i), 1, new UUID(2, 1), name, name + "0" + i, 42,
                        OptionalInt.of(9000)));
            }
        }
        return racks;
    }

    private static List<Server> servers(List<Rack> racks) {
        var servers = new ArrayList<Server>();
        for (var rack : racks) {
            for (int i = 0; i < 14; i++) {
                long id = rack.id().getLeastSignificantBits() * 100 + i;
                servers.add(new Server(new UUID(4, id), 1, "srv-%s-%02d".formatted(rack.name().toLowerCase(Locale.ROOT),
                        i + 1), "SN" + id, Optional.empty(), "Huawei", "2288H V5", "",
                        Optional.of(new Mounting(rack.id(), 1 + i * 2.0, i % 3 == 0 ? 1 : 2, Face.FRONT)),
                        LifecycleState.ACTIVE));
            }
        }
        return servers;
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 3, 4", "zh, DARK, 1, 4", "en, DARK, 1, 1", "zh, LIGHT, 6, 8"})
    void everyServerIsACell(String language, Theme theme, int rows, int each) throws Exception {
        var racks = racks(rows, each);
        @SuppressWarnings("resource") // the desk closes it
        var connection = new FakeConnection()
                .answer("idcs", _ -> FakeConnection.page(List.of(new Idc(new UUID(1, 1), 1, "Shanghai A"))))
                .answer("rooms", _ -> FakeConnection.page(List.of(new Room(new UUID(2, 1), 1, new UUID(1, 1),
                        "Room 201"))))
                .answer("Inventory.racks", _ -> FakeConnection.page(racks))
                .answer("servers", _ -> FakeConnection.page(servers(racks)));
        try (var world = new TestDesk(Locale.forLanguageTag(language), theme, connection)) {
            TestSite.open(world, new HeatPart());
            world.open(790, 500);
            world.until(() -> !world.desk().estate().estate().getValue().servers().isEmpty());
            world.picture(world.shell(), "heat-%s-%s-%d".formatted(theme, language, rows * each));

            assertThat(world.desk().estate().estate().getValue().servers()).hasSize(14 * rows * each);
        }
    }
}
