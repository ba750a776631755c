/** What a user orders: power, import, discovery, connecting; and finding things. */
package org.dcos.ui.model.work;
