package org.dcos.ui.canvas.ipmap;

import java.util.Optional;

import org.dcos.domain.ip.Cidr;
import org.dcos.ui.canvas.ipmap.IpMapPicture.Block;

/**
 * An aligned block that the operator drags out.
 *
 * @param taken what is in the way; empty when it can be had
 */
public record IpWish(Cidr cidr, Optional<Block> taken) {

    public boolean free() {
        return taken.isEmpty();
    }
}
