package org.dcos.ui.parts.address;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.dcos.ui.canvas.control.Card;
import org.dcos.ui.canvas.control.Fact;
import org.dcos.ui.canvas.ipmap.IpMapPicture;
import org.dcos.ui.canvas.ipmap.IpMapPicture.Block;
import org.dcos.ui.canvas.ipmap.IpMapWords;
import org.dcos.ui.canvas.ipmap.IpState;
import org.dcos.ui.canvas.mark.Mark;
import org.dcos.ui.model.address.NetworkPicture;
import org.dcos.ui.model.text.Texts;

/** What the models know of a network, as the map draws it. */
final class MapPictures {

    private final Texts texts;

    MapPictures(Texts texts) {
        this.texts = texts;
    }

    IpMapWords words() {
        Map<IpState, String> states = new EnumMap<>(IpState.class);
        for (var state : IpState.values()) {
            states.put(state, texts.of("addresses.map", state));
        }
        return new IpMapWords(texts.get("addresses.map"), states, texts.get("addresses.map.free"),
                texts.get("addresses.map.count"), texts.get("addresses.map.taken"));
    }

    IpMapPicture picture(NetworkPicture picture) {
        return new IpMapPicture(picture.root(), picture.parts().stream().map(this::block).toList());
    }

    private Block block(NetworkPicture.Part part) {
        var state = switch (part.use()) {
            case CONTAINER -> IpState.CONTAINER;
            case ACTIVE -> IpState.ACTIVE;
            case RESERVED -> IpState.RESERVED;
            case QUARANTINED -> IpState.QUARANTINED;
            case DHCP -> IpState.DHCP;
        };
        var facts = part.used().isPresent()
                ? List.of(Fact.of(texts.get("addresses.used"),
                        "%d %%".formatted(Math.round(part.used().getAsDouble() * 100))))
                : List.<Fact>of();
        return new Block(part.id(), part.range(), part.name(), state, part.used(),
                new Card(part.id(), Mark.NONE,
                        part.name().isEmpty() ? texts.of("addresses.map", state) : part.name(), facts));
    }
}
