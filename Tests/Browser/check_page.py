"""Drives the page in a browser; prints what failed, and ends with 1 where anything did."""

import pathlib
import sys
import tempfile
import time
import traceback

import test_escaping
import test_frame
import test_markup
import test_sidecar
import test_states
import test_tasks
import test_troubles
from browser import Browser
from site_under_test import Site

CHECKS = [
    test_markup.no_page_has_an_error,
    test_states.the_first_load_is_small,
    test_states.pictures_below_wait_until_they_are_near,
    test_states.every_state,
    test_states.words_are_whole_on_the_smallest_screen,
    test_states.a_dead_link_leads_home,
    test_states.the_focus_is_seen_everywhere,
    test_tasks.every_task,
    test_tasks.a_country_joins,
    test_tasks.the_phone_gets_the_picture_and_its_words,
    test_tasks.mastodon_opens_where_people_are,
    test_tasks.counters_count_as_the_network_does,
    test_tasks.all_sizes_come_together,
    test_tasks.too_many_requests_are_told,
    test_troubles.without_connection_page_and_text_stay,
    test_troubles.each_refusal_is_named,
    test_troubles.a_picture_that_fails_is_reported,
    test_troubles.nothing_old_is_handed_out,
    test_troubles.a_download_that_fails_is_reported,
    test_troubles.refused_copies_and_shares_are_not_called_done,
    test_troubles.the_fields_follow_a_template_chosen_while_typing,
    test_tasks.without_script_every_task_is_done,
    test_tasks.a_shared_link_shows_the_card,
    test_tasks.pages_have_previews,
    test_tasks.a_typed_name_leaves_no_trace,
    test_tasks.the_example_is_not_shared,
    test_tasks.screen_readers_hear_each_thing_once,
    test_escaping.foreign_text_stays_text,
    test_frame.a_photo_is_framed_on_the_device,
    test_frame.framing_ends_in_sharing,
    test_frame.a_photo_that_cannot_be_read_is_named,
    test_frame.without_script_the_photo_is_sent,
    test_sidecar.the_html_beside_a_picture_says_just_its_words,
]


def passed(check, browser, site):
    start = time.monotonic()
    browser.complaints()  # those of a check before that failed
    try:
        check(browser, site)
    except Exception as fault:  # every check is told, whatever another met
        traceback.print_exc()
        browser.screenshot("failed-" + check.__name__)
        fault_text = str(fault).split("\n")[0]
        print(f"failed  {check.__name__}: {fault_text}")
        return False
    print(f"passed  {check.__name__} ({time.monotonic() - start:.1f} s)", flush=True)
    return True


def main(wanted):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="blueheart-page-"))
    site = Site(folder)
    try:
        browser = Browser(folder)
        try:
            chosen = [c for c in CHECKS if not wanted or c.__name__ in wanted]
            results = [passed(check, browser, site) for check in chosen]
        finally:
            browser.quit()
    finally:
        site.stop()
    if not all(results):
        raise SystemExit(f"screenshots of what failed are in {folder}")


main(sys.argv[1:])
