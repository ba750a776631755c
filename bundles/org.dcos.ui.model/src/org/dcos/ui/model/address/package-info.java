/** The networks as a tree and as a picture, their addresses, and the orders that change them. */
package org.dcos.ui.model.address;
