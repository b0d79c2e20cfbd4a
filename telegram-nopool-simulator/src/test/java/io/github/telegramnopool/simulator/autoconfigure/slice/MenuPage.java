// SPDX-License-Identifier: Apache-2.0
package io.github.telegramnopool.simulator.autoconfigure.slice;

import org.springframework.stereotype.Controller;

/**
 * Shows the menu on the web, from a template that only a whole application has.
 */
@Controller
class MenuPage {

	MenuPage(Template template) {
	}

	interface Template {

	}

}
