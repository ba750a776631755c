/** Finding any recorded thing by whatever is known of it. */
package org.dcos.domain.search;
