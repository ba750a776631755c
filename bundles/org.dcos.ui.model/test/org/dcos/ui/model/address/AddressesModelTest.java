package org.dcos.ui.model.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dcos.ui.model.Samples.WEB;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.dcos.domain.Page;
import org.dcos.domain.cmdb.AddressState;
import org.dcos.domain.cmdb.IpAddress;
import org.dcos.domain.cmdb.Item;
import org.dcos.domain.cmdb.Prefix;
import org.dcos.domain.cmdb.PrefixState;
import org.dcos.domain.ip.AddressPlan;
import org.dcos.domain.ip.Cidr;
import org.dcos.domain.ip.SpaceBlock;
import org.dcos.domain.ip.Utilisation;
import org.dcos.ui.model.Ask;
import org.dcos.ui.model.Settled;
import org.dcos.ui.model.address.AddressesModel.Content;
import org.dcos.ui.model.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressesModelTest {

    private static final Prefix SITE = prefix(1, "10.20.0.0/16", PrefixState.CONTAINER);
    private static final Prefix ROW = prefix(2, "10.20.16.0/24", PrefixState.ACTIVE);
    private static final IpAddress GIVEN = new IpAddress(new UUID(12, 1), 1, Optional.empty(), "10.20.16.5",
            AddressState.ASSIGNED, Optional.of(WEB.id()), "", "", Optional.empty(), Optional.empty(), Map.of(),
            Map.of());

    private final Settled world = new Settled();
    private final AddressesModel model = new AddressesModel(world.estates, Texts.load(Locale.ENGLISH));
    private final List<UUID> asked = new ArrayList<>();

    private static Prefix prefix(int number, String cidr, PrefixState state) {
        return new Prefix(new UUID(11, number), 1, Optional.empty(), cidr, state, "purpose " + number,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", Map.of(), Map.of());
    }

    @BeforeEach
    void connect() {
        world.server.records.put(SITE, ROW, GIVEN, WEB);
        world.server.services.put("addresses", Ask.of(AddressPlan.class, Map.of(
                "blocks", arguments -> {
                    asked.add((UUID) arguments[0]);
                    return arguments[0].equals(SITE.id()) ? page(block("10.20.16.0", "10.20.16.255", ROW))
                            : page(block("10.20.16.5", "10.20.16.5", GIVEN));
                },
                "utilisation", arguments -> new Utilisation((UUID) arguments[0], "", 256, 0, 1, 2, 0, 3, 250))));
        world.connect();
        model.load();
        world.settle();
    }

    private static SpaceBlock block(String first, String last, Item item) {
        return new SpaceBlock(first, last, Optional.of(item), Optional.empty());
    }

    private static Page<SpaceBlock> page(SpaceBlock... blocks) {
        return new Page<>(List.of(blocks), 0, blocks.length);
    }

    @Test
    void theTreeIsLoadedAndItsFirstNetworkShown() {
        assertThat(model.rows().getValue()).extracting(NetworkRow::prefix).contains(Optional.of(SITE),
                Optional.of(ROW));
        assertThat(model.chosen()).contains(SITE.id());
        assertThat(model.content().getValue().map(Content::prefix)).contains(SITE);
    }

    @Test
    void anAddressIsShownWithTheNameOfWhoHasIt() {
        model.choose(ROW.id());
        world.settle();

        var rows = model.content().getValue().orElseThrow().rows();
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.range()).isEqualTo("10.20.16.5");
            assertThat(row.name() + row.detail()).contains(WEB.name());
        });
        assertThat(model.content().getValue().orElseThrow().usage()).contains("1 assigned", "250 free");
    }

    @Test
    void lookingIntoThePartOfTheMapChoosesTheNetworkThatItIs() {
        model.look(Cidr.parse("10.20.16.0/24"));
        world.settle();

        assertThat(model.chosen()).contains(ROW.id());
    }

    @Test
    void whoChoosesQuicklySeesTheLastOne() {
        model.choose(ROW.id());
        model.choose(SITE.id());
        world.settle();

        assertThat(model.content().getValue().map(Content::prefix)).contains(SITE);
    }

    @Test
    void whatIsChosenStaysSoWhenAllIsLoadedAgain() {
        model.choose(ROW.id());
        world.settle();
        model.load();
        world.settle();

        assertThat(model.chosen()).contains(ROW.id());
    }

    @Test
    void theChosenOneThatIsGoneGivesWayToTheFirst() {
        model.choose(ROW.id());
        world.settle();
        world.server.records.items.get(org.dcos.domain.cmdb.Kind.PREFIX).remove(ROW.id());
        model.load();
        world.settle();

        assertThat(model.chosen()).contains(SITE.id());
    }

    @Test
    void withoutNetworksThereIsNothingToShow() {
        world.server.records.items.get(org.dcos.domain.cmdb.Kind.PREFIX).clear();
        model.load();
        world.settle();

        assertThat(model.rows().getValue().stream().flatMap(row -> row.prefix().stream())).isEmpty();
        assertThat(model.content().getValue()).isEmpty();
    }
}
